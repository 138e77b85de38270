import { printTextPattern, readTextPattern, type TextMatch } from "@/lib/list-text";
import { formatDecimal, parseAmount } from "@/lib/money";
import { isCalendarDate } from "@/lib/time";
import {
  type FilterChanges,
  type FilterField,
  type FilterFieldOf,
  type FilterTexts,
  metadataKey,
  metadataParameter,
} from "./filter-fields";

/** What stands in the inputs of a filter's form, as typed. */
export interface Draft {
  value?: string;
  mode?: TextMatch;
  from?: string;
  to?: string;
  key?: string;
}

export type DraftResult =
  | { ok: true; changes: FilterChanges }
  | { ok: false; errors: Partial<Record<keyof Draft, string>> };

/** The inputs for what the URL says now; `parameter` is the metadata key being edited. */
export function draftOf(field: FilterField, current: URLSearchParams, parameter?: string): Draft {
  switch (field.kind) {
    case "enum":
    case "option":
      return { value: current.get(field.name) ?? "" };
    case "text": {
      const { text, match } = readTextPattern(current.get(field.name) ?? "", field.match ?? "exact");
      return { value: text, mode: match };
    }
    case "amountRange":
      return {
        from: amountText(current.get(`${field.name}_min`), field.currency),
        to: amountText(current.get(`${field.name}_max`), field.currency),
      };
    case "dateRange":
      return {
        value: current.get(field.name) ?? "",
        from: dayOf(current.get(`${field.name}_from`)),
        to: dayOf(current.get(`${field.name}_to`)),
      };
    case "keyValue": {
      const value = parameter ? current.get(parameter) : null;
      return { key: parameter ? metadataKey(parameter) : "", value: value === "*" ? "" : (value ?? "") };
    }
  }
}

/** The changes of the URL that the inputs ask for, or what is wrong with them. Empty inputs take the filter away. */
export function readDraft(texts: FilterTexts, field: FilterField, draft: Draft, parameter?: string): DraftResult {
  switch (field.kind) {
    case "enum":
    case "option":
      return { ok: true, changes: { [field.name]: draft.value || null } };
    case "text": {
      return readTextDraft(texts, field, draft);
    }
    case "amountRange":
      return readAmounts(texts, field, draft);
    case "dateRange":
      return readDates(texts, field, draft);
    case "keyValue":
      return readKeyValue(texts, field, draft, parameter);
  }
}

// What the server finds by, it tells itself where the address is written by hand.
const MIN_NEEDLE_LENGTH = 3;

function readTextDraft(
  { t }: FilterTexts,
  field: FilterFieldOf<"text">,
  { value = "", mode = "exact" }: Draft,
): DraftResult {
  const text = value.trim();
  if (text === "") return { ok: true, changes: { [field.name]: null } };
  if (mode === "contains" && [...text].length < MIN_NEEDLE_LENGTH)
    return { ok: false, errors: { value: t("draft.tooShort", { count: MIN_NEEDLE_LENGTH }) } };
  return { ok: true, changes: { [field.name]: printTextPattern({ match: mode, text }) } };
}

function readAmounts({ t, sentence }: FilterTexts, field: FilterFieldOf<"amountRange">, draft: Draft): DraftResult {
  const [from, to] = [draft.from, draft.to].map((text) =>
    text?.trim() ? parseAmount(text, field.currency) : ({ ok: true, amountMinor: null } as const),
  );
  if (from && !from.ok) return { ok: false, errors: { from: sentence(from.message) } };
  if (to && !to.ok) return { ok: false, errors: { to: sentence(to.message) } };
  const [min, max] = [from?.amountMinor ?? null, to?.amountMinor ?? null];
  if (min !== null && max !== null && min > max) return { ok: false, errors: { to: t("draft.lessThanFrom") } };
  return { ok: true, changes: { [`${field.name}_min`]: textOf(min), [`${field.name}_max`]: textOf(max) } };
}

function readDates({ t }: FilterTexts, field: FilterFieldOf<"dateRange">, draft: Draft): DraftResult {
  const { value = "", from = "", to = "" } = draft;
  const ends = [`${field.name}_from`, `${field.name}_to`] as const;
  if (value !== "") return { ok: true, changes: { [field.name]: value, [ends[0]]: null, [ends[1]]: null } };
  if (from !== "" && !isCalendarDate(from)) return { ok: false, errors: { from: t("draft.noDate") } };
  if (to !== "" && !isCalendarDate(to)) return { ok: false, errors: { to: t("draft.noDate") } };
  if (from !== "" && to !== "" && from > to) return { ok: false, errors: { to: t("draft.beforeFrom") } };
  return { ok: true, changes: { [field.name]: null, [ends[0]]: from || null, [ends[1]]: to || null } };
}

function readKeyValue(
  { t }: FilterTexts,
  field: FilterFieldOf<"keyValue">,
  draft: Draft,
  parameter?: string,
): DraftResult {
  const key = (draft.key ?? "").trim();
  if (!/^[^[\]]+(?:\[\])?$/.test(key))
    return { ok: false, errors: { key: key === "" ? t("draft.noKey") : t("draft.notAKey") } };
  const value = (draft.value ?? "").trim();
  const renamed = parameter && parameter !== metadataParameter(field.name, key) ? { [parameter]: null } : {};
  return { ok: true, changes: { ...renamed, [metadataParameter(field.name, key)]: value === "" ? "*" : value } };
}

function textOf(amountMinor: number | null): string | null {
  return amountMinor === null ? null : String(amountMinor);
}

function amountText(text: string | null, currency: string): string {
  if (text === null) return "";
  return /^-?\d{1,15}$/.test(text) ? formatDecimal(Number(text), currency) : text;
}

/** Date-times in the URL are shown by their day, since the form offers whole days. */
function dayOf(text: string | null): string {
  return text?.slice(0, 10) ?? "";
}
