import type { JsonRecord, JsonValue } from "@/components/ui/record-diff";
import { findCurrency } from "@/lib/currencies";
import { DEFAULT_LOCALE, numbersOf } from "@/lib/locale";
import { formatAmount } from "@/lib/money";
import { formatTime, type TimeFormat } from "@/lib/time";

/** The values of an audit row: a trigger made them of JSON, so they are JSON. */
type AuditValues = Readonly<Record<string, unknown>> | null;

// The same in every row of a tenant, kept by triggers, or said beside the difference already.
const TECHNICAL_FIELDS = new Set(["tenant_id", "id", "path", "created_at", "updated_at"]);

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

export interface ReadableOptions {
  timeZone: string;
  /** As the reader wants times written. */
  timeFormat?: TimeFormat;
  /** Keeps the fields that only the database cares for, and those that hold nothing. */
  all?: boolean;
}

/** A change for people: amounts with their currency, times on the reader's clock, and without technical fields. */
export function readableChange(
  before: AuditValues,
  after: AuditValues,
  options: ReadableOptions,
): { before: JsonRecord | null; after: JsonRecord | null } {
  // A field that is null on both sides, or null in a new row, tells nothing.
  const isEmpty = (name: string) => (before?.[name] ?? null) === null && (after?.[name] ?? null) === null;
  const keeps = (name: string) => options.all || !(TECHNICAL_FIELDS.has(name) || isEmpty(name));
  return { before: readable(before, keeps, options), after: readable(after, keeps, options) };
}

/** Names of the fields that a change touched, without the technical ones. */
export function changedFields(before: AuditValues, after: AuditValues): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter(
    (name) => !TECHNICAL_FIELDS.has(name) && JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]),
  );
}

/** The words of a field's name: `billing_amount` → "Billing amount". */
export function fieldLabel(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readable(values: AuditValues, keeps: (name: string) => boolean, options: ReadableOptions): JsonRecord | null {
  if (values === null) return null;
  const entries = Object.entries(asJson(values)).filter(([name]) => keeps(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, readableValue(name, value, values, options)]));
}

function readableValue(
  name: string,
  value: JsonValue,
  record: NonNullable<AuditValues>,
  { timeZone, timeFormat }: ReadableOptions,
): JsonValue {
  if (typeof value === "string" && TIME.test(value) && !Number.isNaN(Date.parse(value)))
    return formatTime(value, timeZone, "second", timeFormat);
  const currency = /(?:^|_)amount$/.test(name) ? currencyOf(name, record) : undefined;
  const isAmount = Number.isSafeInteger(value) && typeof currency === "string" && findCurrency(currency) !== undefined;
  if (!isAmount) return value;
  const amount = formatAmount(Number(value), currency, numbersOf(timeFormat?.locale ?? DEFAULT_LOCALE));
  // Where a currency has no symbol the code stands there already.
  return amount.includes(currency) ? amount : `${amount} ${currency}`;
}

/** An amount without a currency of its own is in the record's: what went back of a payment, say. */
function currencyOf(name: string, record: NonNullable<AuditValues>): unknown {
  const own = name.replace(/amount$/, "currency");
  if (own in record) return record[own];
  return record.currency ?? record.billing_currency ?? record.processing_currency;
}

/** `AuditValues` are JSON by their origin, which their type does not say. */
function asJson(values: NonNullable<AuditValues>): JsonRecord {
  return values as JsonRecord;
}
