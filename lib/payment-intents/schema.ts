import { z } from "zod";
import { CURRENCIES } from "../currencies";
import { defineList } from "../list-query";
import { PROVIDER_NAMES } from "../provider-names";
import { amountMinor, blankToNull, currencyCode, dateTime, email, metadata, phone, text, uuid } from "../validation";
import { PAYMENT_INTENT_STATUSES } from "./lifecycle";
import { IMPORTED_STATUSES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const accountReference = z.object({ id: uuid, name: z.string() }).meta({
  examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }],
});

/** A payment intent as pages and the API show it. Amounts are in minor units of the currency beside them. */
export const paymentIntent = z.object({
  id: uuid,
  account: accountReference,
  status: z.enum(PAYMENT_INTENT_STATUSES).meta({ examples: ["PROCESSED"] }),
  amount: amountMinor.meta({ description: "billing_amount, or processing_amount where there is none" }),
  currency: currencyCode,
  refunded_amount: amountMinor.meta({ examples: [0], description: "What went back, in minor units of currency" }),
  refundable_amount: amountMinor.meta({
    examples: [12_345],
    description: "What can still be refunded here: less what went back and what is on its way; 0 for imports",
  }),
  billing_amount: amountMinor.nullable(),
  billing_currency: currencyCode.nullable(),
  processing_amount: amountMinor.nullable(),
  processing_currency: currencyCode.nullable(),
  customer_email: z
    .string()
    .nullable()
    .meta({ examples: ["ann@example.com"], description: "Masked without the permission customers:read_personal_data" }),
  customer_phone: z
    .string()
    .nullable()
    .meta({ examples: ["+493012345678"], description: "Masked without the permission customers:read_personal_data" }),
  reference: z
    .string()
    .nullable()
    .meta({ examples: ["BOOKING-1042"] }),
  failure_reason: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "In the provider's words, of a payment that FAILED" }),
  provider: z
    .enum(PROVIDER_NAMES)
    .nullable()
    .meta({ examples: ["sandbox"], description: "Who collects it; null until it is confirmed, and for imports" }),
  provider_reference: z
    .string()
    .nullable()
    .meta({ examples: ["pay_3f1c2a"], description: "The provider's own id of the payment" }),
  cancellation: z
    .enum(["requested", "refused"])
    .nullable()
    .meta({
      examples: [null],
      description: "requested: the provider is being asked to call it off; refused: it was too late",
    }),
  confirmed_at: time.nullable(),
  processed_at: time.nullable().meta({ description: "When the provider collected it, by the provider's clock" }),
  metadata,
  created_at: time,
  updated_at: time,
});
export type PaymentIntent = z.infer<typeof paymentIntent>;

const customer = {
  customer_email: blankToNull(email).default(null),
  customer_phone: blankToNull(phone).default(null),
  reference: blankToNull(text(200))
    .default(null)
    .meta({ examples: ["BOOKING-1042"] }),
  metadata: metadata.default({}),
};

const amounts = {
  billing_amount: amountMinor.nullable().default(null).meta({ description: "Minor units of billing_currency" }),
  billing_currency: blankToNull(currencyCode).default(null),
  processing_amount: amountMinor.nullable().default(null).meta({ description: "Minor units of processing_currency" }),
  processing_currency: blankToNull(currencyCode).default(null),
};

const AMOUNT_PAIRS = ["billing", "processing"] as const;

interface Amounts {
  billing_amount?: number | null | undefined;
  billing_currency?: string | null | undefined;
  processing_amount?: number | null | undefined;
  processing_currency?: string | null | undefined;
}

/** R7: one of the two amounts, each with its currency. */
function checkAmounts(value: Amounts, context: z.RefinementCtx): void {
  if (value.billing_amount == null && value.processing_amount == null) {
    context.addIssue({ code: "custom", path: ["billing_amount"], message: "Give a billing or a processing amount" });
  }
  for (const pair of AMOUNT_PAIRS) {
    if (value[`${pair}_amount`] != null && value[`${pair}_currency`] == null)
      context.addIssue({
        code: "custom",
        path: [`${pair}_currency`],
        message: `Give the currency of the ${pair} amount`,
      });
  }
}

/** A form or a file always has a currency; without its amount it says nothing. */
function dropIdleCurrencies<T extends z.output<z.ZodObject<typeof amounts>>>(value: T): T {
  return {
    ...value,
    billing_currency: value.billing_amount === null ? null : value.billing_currency,
    processing_currency: value.processing_amount === null ? null : value.processing_currency,
  };
}

/** Amounts are checked although another field is wrong: whoever fills in a form learns of all at once. */
const alwaysIfObject = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null };

const paymentMethod = blankToNull(text(255))
  .default(null)
  .meta({
    examples: ["pm_1042"],
    description: "The provider's token of the card or account to charge; the sandbox needs none",
  });

/** What makes a payment intent: an account, and an amount with its currency. It may be confirmed at once. */
export const createPaymentIntentInput = z
  .strictObject({
    account_id: uuid,
    ...amounts,
    ...customer,
    confirm: z.boolean().default(false).meta({ description: "Have it collected at once" }),
    payment_method: paymentMethod,
  })
  .superRefine(checkAmounts, alwaysIfObject)
  .transform(dropIdleCurrencies);
export type CreatePaymentIntentInput = z.output<typeof createPaymentIntentInput>;

/**
 * A payment intent that took place elsewhere: by the same rules as a new one, and with its status and time. `created_at`
 * null: now.
 */
export const importPaymentIntentInput = z
  .strictObject({
    ...amounts,
    ...customer,
    status: z.enum(IMPORTED_STATUSES).nullable().default(null),
    failure_reason: blankToNull(text(500)).default(null),
    created_at: blankToNull(dateTime)
      .default(null)
      .refine((value) => value === null || Date.parse(value) >= 0, "Must not be before 1970")
      .refine((value) => value === null || Date.parse(value) <= Date.now(), "Must not be in the future"),
  })
  .superRefine(checkAmounts)
  .transform((value) => ({ ...dropIdleCurrencies(value), status: value.status ?? ("INITIALIZED" as const) }));
export type ImportPaymentIntentInput = z.output<typeof importPaymentIntentInput>;

/** Only the fields that are present change; `null` clears. Amounts and account are fixed once made. */
export const updatePaymentIntentInput = z.strictObject({
  id: uuid,
  customer_email: blankToNull(email).optional(),
  customer_phone: blankToNull(phone).optional(),
  reference: blankToNull(text(200))
    .optional()
    .meta({ examples: ["BOOKING-1042"] }),
  metadata: metadata.optional(),
});
export type UpdatePaymentIntentInput = z.output<typeof updatePaymentIntentInput>;

export const paymentIntentId = z.strictObject({ id: uuid });

/** Has the provider collect a payment. */
export const confirmPaymentIntentInput = z.strictObject({ id: uuid, payment_method: paymentMethod });
export type ConfirmPaymentIntentInput = z.output<typeof confirmPaymentIntentInput>;

/** Sum and count of payment intents that share account, status and currency. */
export const paymentIntentTotal = z.object({
  account: accountReference,
  status: z.enum(PAYMENT_INTENT_STATUSES).meta({ examples: ["PROCESSED"] }),
  currency: currencyCode,
  count: z.int().meta({ examples: [1042] }),
  amount: z.int().meta({ examples: [123_456_789], description: "Sum in minor units" }),
});
export type PaymentIntentTotal = z.infer<typeof paymentIntentTotal>;

export const paymentIntentList = defineList({
  name: "payment_intents",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    amount: { column: "amount", type: "number", nullable: false, first: "desc" },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    account: { kind: "account", column: "account_id", description: "An account and all below it" },
    status: { kind: "enum", column: "status", values: PAYMENT_INTENT_STATUSES, isTotal: true },
    currency: { kind: "enum", column: "currency", values: CURRENCIES.map(({ code }) => code) },
    amount: { kind: "amountRange", column: "amount", description: "Minor units, both ends included" },
    created: { kind: "dateRange", column: "created_at" },
    customer_email: {
      kind: "text",
      match: "contains",
      lowerCase: true,
      column: "customer_email_key",
      description: "Whole address, its beginning with a star at the end, or a part of it between stars",
      example: "ann*",
    },
    reference: {
      kind: "text",
      match: "contains",
      lowerCase: true,
      column: "reference_key",
      description: "Whole reference, its beginning with a star at the end, or a part of it between stars",
      example: "booking-10*",
    },
    metadata: { kind: "metadata", column: "metadata" },
    import: { kind: "uuid", column: "id", description: "Brought by this import" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
