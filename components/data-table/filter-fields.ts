import type { Option } from "@/components/ui/option";
import { relativeLabel } from "@/lib/list-date-words";
import { readTextPattern, type TextMatch } from "@/lib/list-text";
import type { Texts } from "@/lib/messages/texts";
import { formatAmount } from "@/lib/money";
import { formatTime, isCalendarDate, type TimeFormat } from "@/lib/time";

interface FieldBase {
  /** Parameter, or its beginning: `amount` stands for `amount_min` and `amount_max`. */
  name: string;
  label: string;
}

/** A part of a field that can come later. */
interface Loaded<Part> {
  /** Brings what stands in for it until somebody turns to the filters; called again where it rejected. */
  load?: () => Promise<Part>;
}

/** One filter a list offers; values live in the URL as `lib/list-query.ts` reads them. */
export type FilterField =
  | (FieldBase & { kind: "enum"; options: readonly Option[] })
  | (FieldBase & { kind: "option"; options: readonly Option[] } & Loaded<{ options: readonly Option[] }>)
  | (FieldBase & { kind: "text"; match?: TextMatch; placeholder?: string })
  | (FieldBase & { kind: "amountRange"; currency: string } & Loaded<{ currency: string }>)
  | (FieldBase & { kind: "dateRange"; timeZone: string })
  | (FieldBase & { kind: "keyValue" });

export type FilterFieldOf<K extends FilterField["kind"]> = Extract<FilterField, { kind: K }>;

/** A field of which a part is still to be loaded. */
export type PendingField = FilterFieldOf<"option" | "amountRange"> & {
  load: NonNullable<FilterFieldOf<"option" | "amountRange">["load"]>;
};

export function isPending(field: FilterField): field is PendingField {
  return "load" in field && field.load !== undefined;
}

/** What filters are put into words with. */
export interface FilterTexts {
  t: Texts<"client.table">;
  /** Of `useSentence`. */
  sentence: (english: string) => string;
}

/** Parameter → new text; `null` takes it away. */
export type FilterChanges = Readonly<Record<string, string | null>>;

/** One filter in effect: what it says, and the changes that undo it. */
export interface FilterChip {
  key: string;
  field: FilterField;
  text: string;
  parameters: string[];
  removal: FilterChanges;
  /** It leaves out what it names. */
  isNegated: boolean;
}

/** Parameters that a change of filters makes meaningless. */
export const POSITION_PARAMETERS = ["cursor", "page"];

/** The URL after `changes`, at its first page. */
export function changedUrl(pathname: string, current: URLSearchParams, changes: FilterChanges): string {
  const next = new URLSearchParams(current);
  for (const name of POSITION_PARAMETERS) next.delete(name);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) next.delete(name);
    else next.set(name, text);
  }
  const query = next.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%40", "@");
  return query === "" ? pathname : `${pathname}?${query}`;
}

/** The parameters of a field that stand in the URL now. */
export function parametersIn(field: FilterField, current: URLSearchParams): string[] {
  if (field.kind === "keyValue")
    return [...new Set(current.keys())].filter(
      (name) => name.startsWith(`${field.name}[`) || name.startsWith(`${field.name}_not[`),
    );
  return namesOf(field).filter((name) => (current.get(name) ?? "") !== "");
}

/** The changes that take all filters of `fields` away. */
export function removalOf(fields: readonly FilterField[], current: URLSearchParams): FilterChanges {
  return without(fields.flatMap((field) => parametersIn(field, current)));
}

/** The filters in effect, in the order of `fields`; metadata has one chip for each key. */
export function chipsOf(
  texts: FilterTexts,
  fields: readonly FilterField[],
  current: URLSearchParams,
  timeFormat?: TimeFormat,
): FilterChip[] {
  return fields.flatMap((field) => {
    const parameters = parametersIn(field, current);
    if (parameters.length === 0) return [];
    return groupsOf(field, parameters).map((names) => {
      const isNegated = isNegation(field, names[0] ?? "");
      const text = chipText(texts, field, current, names[0] ?? "", timeFormat);
      return {
        key: names.join(),
        field,
        text: isNegated ? texts.t("chip.not", { text }) : text,
        parameters: names,
        removal: without(names),
        isNegated,
      };
    });
  });
}

/** The two ends of a range are one filter; each key of metadata is its own, and so is what is left out. */
function groupsOf(field: FilterField, parameters: readonly string[]): string[][] {
  const isRange = field.kind === "amountRange" || field.kind === "dateRange";
  return isRange ? [[...parameters]] : parameters.map((name) => [name]);
}

function isNegation({ name }: FilterField, parameter: string): boolean {
  return parameter === `${name}_not` || parameter.startsWith(`${name}_not[`);
}

/** `metadata[a.b]` → `a.b`, `metadata[tags][]` → `tags[]`. */
export function metadataKey(parameter: string): string {
  const inner = parameter.slice(parameter.indexOf("[") + 1);
  return inner.endsWith("][]") ? `${inner.slice(0, -3)}[]` : inner.slice(0, -1);
}

/** The opposite of `metadataKey`. */
export function metadataParameter(name: string, key: string): string {
  return key.endsWith("[]") ? `${name}[${key.slice(0, -2)}][]` : `${name}[${key}]`;
}

function namesOf(field: Exclude<FilterField, { kind: "keyValue" }>): string[] {
  if (field.kind === "amountRange") return [`${field.name}_min`, `${field.name}_max`];
  if (field.kind === "dateRange") return [field.name, `${field.name}_from`, `${field.name}_to`];
  return [field.name, `${field.name}_not`];
}

function without(names: readonly string[]): FilterChanges {
  return Object.fromEntries(names.map((name) => [name, null]));
}

function chipText(
  { t, sentence }: FilterTexts,
  field: FilterField,
  current: URLSearchParams,
  parameter: string,
  timeFormat?: TimeFormat,
): string {
  const value = current.get(parameter) ?? "";
  switch (field.kind) {
    case "enum":
    case "option":
      return value
        .split(",")
        .map((one) => field.options.find((option) => option.value === one)?.label ?? one)
        .join(", ");
    case "text": {
      const patterns = current.getAll(parameter).map((one) => readTextPattern(one, field.match ?? "exact"));
      return patterns.map(({ text, match }) => (match === "exact" ? text : t(`chip.${match}`, { text }))).join(", ");
    }
    case "amountRange":
      return rangeText(t, current.get(`${field.name}_min`), current.get(`${field.name}_max`), (text) =>
        /^-?\d{1,15}$/.test(text) ? formatAmount(Number(text), field.currency) : text,
      );
    case "dateRange":
      if (parameter === field.name) return sentence(relativeLabel(value));
      return rangeText(t, current.get(`${field.name}_from`), current.get(`${field.name}_to`), (text) =>
        dateText(text, field.timeZone, timeFormat),
      );
    case "keyValue":
      return value === "*" ? t("chip.isSet", { key: metadataKey(parameter) }) : `${metadataKey(parameter)} = ${value}`;
  }
}

function rangeText(
  t: FilterTexts["t"],
  from: string | null,
  to: string | null,
  print: (text: string) => string,
): string {
  if (from && to) return `${print(from)} – ${print(to)}`;
  return from ? t("chip.from", { value: print(from) }) : t("chip.upTo", { value: print(to ?? "") });
}

function dateText(text: string, timeZone: string, timeFormat?: TimeFormat): string {
  if (isCalendarDate(text)) return formatTime(`${text}T00:00:00Z`, "UTC", "date", timeFormat);
  return Number.isNaN(Date.parse(text)) ? text : formatTime(text, timeZone, "minute", timeFormat);
}
