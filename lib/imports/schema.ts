import { z } from "zod";
import { isTimeZone } from "../time";
import { text } from "../validation";
import { dateFormatProblem } from "./dates";
import { FormulaError, parseFormula } from "./formula";

const columnName = z.string().min(1).max(200);

/** `{column}` stands for a column's value, `{$line}` for the line's number in the file. */
export const PLACEHOLDER = /\{([^{}]+)\}/g;
export const LINE_PLACEHOLDER = "$line";

/** Where a text comes from: a column, one and the same text for all lines, or a template of several columns. */
export const textSource = z
  .strictObject({
    column: columnName.optional(),
    constant: z.string().min(1).max(1000).optional(),
    template: z.string().min(1).max(1000).optional(),
    /** What each of the column's values becomes; one that is not listed is converted if `convert` says how, or refused. */
    values: z.record(z.string(), z.string()).optional(),
    /** Country codes of three letters become those of two. */
    convert: z.enum(["country_alpha3"]).optional(),
  })
  .superRefine((source, context) => {
    const given = [source.column, source.constant, source.template].filter((part) => part !== undefined);
    if (given.length !== 1) context.addIssue({ code: "custom", message: "Give one of column, constant and template" });
    if (source.column === undefined && (source.values || source.convert))
      context.addIssue({ code: "custom", message: "values and convert belong to a column" });
  });
export type TextSource = z.output<typeof textSource>;

/** A formula of columns; the result in units of its currency (`major`) or in its minor units. */
export const amountSource = z.strictObject({
  formula: z.string().superRefine((value, context) => {
    try {
      parseFormula(value);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  }),
  unit: z.enum(["major", "minor"]).default("major"),
  /** What happens to decimals that the currency does not have: the line is refused, or halves go to the even neighbour. */
  rounding: z.enum(["exact", "half-even"]).default("exact"),
});
export type AmountSource = z.output<typeof amountSource>;

/** A date, in one column or in several, which are joined by a space. */
export const timeSource = z.strictObject({
  columns: z.array(columnName).min(1).max(6),
  format: z.string().superRefine((value, context) => {
    const problem = dateFormatProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  }),
  time_zone: z.string().refine(isTimeZone, "Must be a time zone, such as Europe/Berlin").default("UTC"),
});
export type TimeSource = z.output<typeof timeSource>;

const accountSource = z.strictObject({
  name: textSource,
  /** How an account that does not exist is made; absent: its lines are refused. */
  create: z
    .strictObject({
      currency: textSource,
      country: textSource.optional(),
      /** Name of the account above. */
      parent: text(200).optional(),
    })
    .optional(),
});

/** Fields that are texts in the file. */
export const TEXT_FIELDS = [
  "billing_currency",
  "processing_currency",
  "status",
  "failure_reason",
  "customer_email",
  "customer_phone",
  "reference",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const AMOUNT_FIELDS = ["billing_amount", "processing_amount"] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

const fields = z.strictObject({
  ...(Object.fromEntries(TEXT_FIELDS.map((name) => [name, textSource.optional()])) as Record<
    TextField,
    z.ZodOptional<typeof textSource>
  >),
  billing_amount: amountSource.optional(),
  processing_amount: amountSource.optional(),
  created_at: timeSource.optional(),
});

const metadataSource = z.strictObject({
  /** All columns that nothing else uses. */
  rest: z.boolean().default(false),
  /** These columns too, though something else uses them. */
  include: z.array(columnName).max(50).default([]),
  exclude: z.array(columnName).max(1000).default([]),
  /** Decimals become numbers: in all columns, in none, or in these. */
  numbers: z.union([z.boolean(), z.array(columnName)]).default(true),
  /** Keys with a source of their own. */
  fields: z.record(z.string(), textSource).default({}),
});

const common = {
  /** Name of where the lines come from: one line of one source is imported once. */
  source: text(100),
  delimiter: z.enum([",", ";", "\t", "|"]).default(","),
  decimal_mark: z.enum([".", ","]).default("."),
  /** Texts that stand for a missing value. */
  null_markers: z.array(z.string().max(100)).max(50).default([""]),
  metadata: metadataSource.prefault({}),
};

const paymentIntentMapping = z.strictObject({
  ...common,
  resource: z.literal("payment_intents"),
  account: accountSource,
  fields,
});
export type PaymentIntentMapping = z.output<typeof paymentIntentMapping>;

/** Fields of an account, all of them texts; `parent` is the name of the account above, or the way to it ("Iberia › Portugal"). */
export const ACCOUNT_FIELDS = [
  "name",
  "display_name",
  "parent",
  "currency",
  "payout_currency",
  "country",
  "terms_and_conditions_url",
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

const accountMapping = z.strictObject({
  ...common,
  resource: z.literal("accounts"),
  fields: z.strictObject({
    ...(Object.fromEntries(ACCOUNT_FIELDS.map((name) => [name, textSource.optional()])) as Record<
      AccountField,
      z.ZodOptional<typeof textSource>
    >),
    name: textSource,
  }),
});
export type AccountMapping = z.output<typeof accountMapping>;

export const IMPORT_RESOURCES = ["payment_intents", "accounts"] as const;
export type ImportResource = (typeof IMPORT_RESOURCES)[number];

/** How lines of a CSV file become records: what `docs/importing.md` explains, and what a mapping file holds. */
export const importMapping = z
  .discriminatedUnion("resource", [paymentIntentMapping, accountMapping], {
    error: ({ code }) => (code === "invalid_union" ? "Must be one of payment_intents, accounts" : undefined),
  })
  .meta({ description: "How lines become records; the guide on importing explains it" });
export type ImportMapping = z.output<typeof importMapping>;
/** What both kinds have in common. */
export type CommonMapping = Pick<PaymentIntentMapping, keyof typeof common>;
