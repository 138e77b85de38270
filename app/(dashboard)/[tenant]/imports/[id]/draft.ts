import type { ImportResource } from "@/lib/imports/schema";
import type { Texts } from "@/lib/messages/texts";

// A mapping on its way through the form: the same JSON, of which any part may still be missing or wrong.

/** A text's source as the form knows it. */
export interface DraftSource {
  column?: string;
  constant?: string;
  template?: string;
  values?: Record<string, string>;
  convert?: string;
}

export interface DraftAmount {
  formula: string;
  unit?: string;
  rounding?: string;
}

export interface DraftTime {
  columns: string[];
  format: string;
  time_zone?: string;
}

export interface Draft {
  source: string;
  resource: ImportResource;
  delimiter?: string;
  decimal_mark?: string;
  null_markers?: string[];
  account?: { name: DraftSource; create?: { currency: DraftSource; country?: DraftSource; parent?: string } };
  fields: Record<string, DraftSource | DraftAmount | DraftTime | undefined>;
  metadata: {
    rest?: boolean;
    include?: string[];
    exclude?: string[];
    numbers?: boolean | string[];
    fields?: Record<string, DraftSource>;
  };
}

/** The stored mapping, which the server has checked, as the form changes it. */
export function draftOf(mapping: Record<string, unknown>): Draft {
  return mapping as unknown as Draft;
}

/** True if two drafts say the same, in whatever order, and whatever one of them does not say. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export interface TargetField {
  name: string;
  label: string;
  hint?: string;
  /** True where a line without it is no record. */
  isNeeded?: boolean;
}

/** Texts of a payment, in the order of the form. */
export const paymentTexts = (t: Texts<"client.imports.fields">): TargetField[] => [
  { name: "reference", label: t("reference"), hint: t("referenceHint") },
  { name: "customer_email", label: t("customerEmail") },
  { name: "customer_phone", label: t("customerPhone"), hint: t("customerPhoneHint") },
  { name: "failure_reason", label: t("failureReason") },
];

/** The same of an account. */
export const accountTexts = (t: Texts<"client.imports.fields">): TargetField[] => [
  { name: "name", label: t("name"), isNeeded: true, hint: t("nameHint") },
  { name: "parent", label: t("parent"), hint: t("parentHint") },
  { name: "display_name", label: t("displayName") },
  { name: "currency", label: t("currency"), hint: t("accountCurrencyHint") },
  { name: "payout_currency", label: t("payoutCurrency") },
  { name: "country", label: t("country"), hint: t("countryHint") },
  { name: "terms_and_conditions_url", label: t("terms") },
];

export const DATE_FORMATS = [
  "ISO",
  "YYYY-MM-DD",
  "YYYY-MM-DD H:mm:ss",
  "D.M.YYYY",
  "D.M.YYYY H:mm",
  "D/M/YYYY",
  "M/D/YYYY",
  "M/D/YYYY H:mm",
  // text-ok: how a date is written
  "D MMM YYYY",
  "YYYY/M/D",
];

/** A field of the draft that is a text's source. */
export function textOf(draft: Draft, name: string): DraftSource | undefined {
  return draft.fields[name] as DraftSource | undefined;
}

export function amountOf(draft: Draft, name: string): DraftAmount | undefined {
  return draft.fields[name] as DraftAmount | undefined;
}

export function timeOf(draft: Draft): DraftTime | undefined {
  return draft.fields.created_at as DraftTime | undefined;
}

/** The draft with one field changed; without a value the field is taken out. */
export function withField(draft: Draft, name: string, value: Draft["fields"][string]): Draft {
  const { [name]: _old, ...rest } = draft.fields;
  return { ...draft, fields: value === undefined ? rest : { ...rest, [name]: value } };
}

/** Columns that a field, the account or a formula uses, so that the metadata needs them no more. */
export function usedColumns(draft: Draft, header: readonly string[]): Set<string> {
  const named = JSON.stringify([draft.account ?? {}, draft.fields]);
  const formulas = ["billing_amount", "processing_amount"]
    .map((name) => amountOf(draft, name)?.formula ?? "")
    .join(" ");
  const words = new Set(formulas.match(/\[[^[\]]+\]|[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  return new Set(
    header.filter((name) => named.includes(JSON.stringify(name)) || words.has(name) || words.has(`[${name}]`)),
  );
}

/** How a formula names a column. */
export function formulaName(column: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) ? column : `[${column}]`;
}
