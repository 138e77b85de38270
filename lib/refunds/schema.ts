import { z } from "zod";
import { CURRENCIES } from "../currencies";
import { defineList } from "../list-query";
import { MAX_AMOUNT_MINOR } from "../money";
import { amountMinor, blankToNull, currencyCode, multilineText, uuid } from "../validation";
import { APPROVAL_STATUSES, PENDING_REASONS, REFUND_REASONS, REFUND_STATUSES } from "./lifecycle";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

const reason = z.enum(REFUND_REASONS).meta({ examples: ["requested_by_customer"] });

const decisionComment = multilineText(2000).meta({ examples: ["Checked with the hotel"] });

/** What a second person makes of a refund above the threshold. */
const approval = z.object({
  status: z.enum(APPROVAL_STATUSES).meta({
    examples: ["pending"],
    description: "expired: nobody decided in time; withdrawn: called off before anybody decided",
  }),
  expires_at: time.meta({ description: "When it is called off if nobody has decided" }),
  decided_by: z
    .object({ id: uuid, name: z.string().meta({ examples: ["Fiona Weber"] }) })
    .nullable()
    .meta({ description: "Who approved or rejected it" }),
  decided_at: time.nullable(),
  comment: decisionComment.nullable(),
  excluded_user_ids: z.array(uuid).meta({
    examples: [["0190a000-0000-7000-8000-00000000000b"]],
    description: "People who may not decide: who asked for it, or who made the access key that asked",
  }),
});

/** A refund as pages and the API show it. Amounts are in minor units of the currency beside them. */
export const refund = z.object({
  id: uuid,
  payment_intent: z.object({
    id: uuid,
    reference: z
      .string()
      .nullable()
      .meta({ examples: ["BOOKING-1042"] }),
  }),
  account: z.object({ id: uuid, name: z.string().meta({ examples: ["Hotel Lisboa"] }) }),
  amount: amountMinor.meta({ examples: [2_500] }),
  currency: currencyCode,
  status: z.enum(REFUND_STATUSES).meta({ examples: ["PENDING"] }),
  pending_reason: z
    .enum(PENDING_REASONS)
    .nullable()
    .meta({ examples: ["queued"], description: "Why it is pending; null once it is not" }),
  failure_reason: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  reason: reason.nullable(),
  comment: z
    .string()
    .nullable()
    .meta({ examples: ["Room was not available"] }),
  requested_by: z
    .object({
      kind: z.enum(["user", "api_key"]).meta({ examples: ["user"] }),
      id: uuid,
      name: z.string().meta({ examples: ["Renata Silva"] }),
    })
    .nullable()
    .meta({ description: "Who asked for it; null for background work" }),
  approval: approval.nullable().meta({ description: "The second person's decision; null: none was needed" }),
  provider_reference: z
    .string()
    .nullable()
    .meta({ examples: ["re_1Q0000000000000000000000"], description: "The provider's own id, once it has one" }),
  submitted_at: time.nullable().meta({ description: "When it was handed to the provider" }),
  created_at: time,
  updated_at: time,
});
export type Refund = z.infer<typeof refund>;

/** What asks for a refund. Without an amount: all that is left of the payment. */
export const createRefundInput = z.strictObject({
  payment_intent_id: uuid,
  amount: z
    .int()
    .min(1)
    .max(MAX_AMOUNT_MINOR)
    .nullable()
    .default(null)
    .meta({ examples: [2_500], description: "Minor units of the payment's currency; null: all that is left" }),
  reason: blankToNull(reason).default(null),
  comment: blankToNull(multilineText(2000))
    .default(null)
    .meta({ examples: ["Room was not available"] }),
});
export type CreateRefundInput = z.output<typeof createRefundInput>;

export const refundId = z.strictObject({ id: uuid });

/** Lets a refund that waits for a second person go on. */
export const approveRefundInput = z.strictObject({ id: uuid, comment: blankToNull(decisionComment).default(null) });
export type ApproveRefundInput = z.output<typeof approveRefundInput>;

/** Calls a refund off that waits for a second person; whoever asked for it reads why. */
export const rejectRefundInput = z.strictObject({ id: uuid, comment: decisionComment });
export type RejectRefundInput = z.output<typeof rejectRefundInput>;

export const refundList = defineList({
  name: "refunds",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    amount: { column: "amount", type: "number", nullable: false, first: "desc" },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    payment_intent: { kind: "uuid", column: "payment_intent_id", description: "Refunds of these payment intents" },
    account: { kind: "account", column: "account_id", description: "An account and all below it" },
    status: { kind: "enum", column: "status", values: REFUND_STATUSES, isTotal: true },
    currency: { kind: "enum", column: "currency", values: CURRENCIES.map(({ code }) => code) },
    amount: { kind: "amountRange", column: "amount", description: "Minor units, both ends included" },
    reason: { kind: "enum", column: "reason", values: REFUND_REASONS },
    requested_by: { kind: "uuid", column: "requested_by", description: "Ids of the people who asked" },
    approval: { kind: "enum", column: "approval_status", values: APPROVAL_STATUSES },
    created: { kind: "dateRange", column: "created_at" },
    succeeded: { kind: "dateRange", column: "succeeded_at", description: "When the money went back" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
