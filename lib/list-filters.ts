import { relativeRange } from "./list-dates";
import {
  type FilterDef,
  type FilterValue,
  type FilterValueOf,
  isNegatable,
  type MetadataCondition,
  type NotValue,
  negationOf,
} from "./list-definition";
import { printTextPattern, readTextPattern } from "./list-text";
import { MAX_AMOUNT_MINOR } from "./money";
import { isUuid, MAX_QUERY_TEXT_LENGTH, textProblem } from "./text";
import { isCalendarDate, parseDateTime, startOfDay } from "./time";

export const MAX_UUIDS = 100;
export const MAX_METADATA_CONDITIONS = 10;
/** Texts or accounts that one negation can name. */
export const MAX_NEGATED = 10;
const MAX_METADATA_PATH_LENGTH = 400;
// What metadata_entries keeps of a value; a longer one is found by its beginning.
const MAX_METADATA_JSON_LENGTH = 200;
// The search within texts goes by groups of three characters.
const MIN_NEEDLE_LENGTH = 3;
const JSON_LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;

/** Query parameters: name → values in the order given. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** Tells what is wrong with one parameter; `msg` is a sentence without its subject, such as "Must be a UUID". */
export type Report = (parameter: string, type: string, msg: string) => void;

/** Where and when a list is asked for: days are those of the zone, and relative ranges are counted from now. */
export interface Reading {
  timeZone: string;
  now: Date;
}

/**
 * Reads one filter from its parameters; `undefined` if it is not given or wrong, after a report. Empty values must have
 * been dropped before.
 */
export function parseFilter(
  name: string,
  filter: FilterDef,
  parameters: Parameters,
  { timeZone, now }: Reading,
  report: Report,
): FilterValue | undefined {
  switch (filter.kind) {
    case "enum":
    case "uuid":
      return parseChoices(name, filter, parameters, report);
    case "amountRange":
      return parseAmountRange(name, parameters, report);
    case "dateRange":
      return parseDateRange(name, parameters, { timeZone, now }, report);
    case "metadata":
      return parseMetadata(name, parameters, report);
    case "text":
    case "boolean":
    case "account": {
      const text = single(name, parameters, report);
      return text === null ? undefined : parseSingle(name, filter, text, report);
    }
  }
}

/** Reads what a filter's negation leaves out; `undefined` if nothing is given or it is wrong, after a report. */
export function parseNegation(
  name: string,
  filter: FilterDef,
  parameters: Parameters,
  report: Report,
): NotValue | undefined {
  if (!isNegatable(filter)) return undefined;
  const parameter = negationOf(name);
  switch (filter.kind) {
    case "enum":
    case "uuid": {
      const value = parseChoices(parameter, filter, parameters, report);
      return value && { kind: "not", values: [value] };
    }
    case "metadata": {
      const value = parseMetadata(parameter, parameters, report);
      return value && { kind: "not", values: value.conditions.map((one) => ({ ...value, conditions: [one] })) };
    }
    case "text":
    case "account":
      return parseSeveral(parameter, filter, parameters, report);
    default:
      return undefined;
  }
}

function parseSeveral(
  parameter: string,
  filter: Extract<FilterDef, { kind: "text" | "account" }>,
  parameters: Parameters,
  report: Report,
): NotValue | undefined {
  const given = parameters.get(parameter) ?? [];
  const texts = filter.kind === "account" ? given.flatMap((text) => text.split(",")) : given;
  const found = new Map<string, FilterValue>();
  for (const text of texts.map((one) => one.trim()).filter((one) => one !== "")) {
    const value = parseSingle(parameter, filter, text, report);
    if (value) found.set(printFilter(parameter, value).join(), value);
  }
  if (found.size > MAX_NEGATED) return void report(parameter, "too_many", `Must be ${MAX_NEGATED} at most`);
  const values = [...found].sort(([one], [other]) => compare(one, other)).map(([, value]) => value);
  return values.length > 0 ? { kind: "not", values } : undefined;
}

/** The parameters that say the same as `value`, in canonical form and order; `name` of a negation ends with `_not`. */
export function printFilter(name: string, value: FilterValue): [parameter: string, text: string][] {
  switch (value.kind) {
    case "not": {
      const parts = value.values.flatMap((one) => printFilter(name, one));
      const areAccounts = value.values.every(({ kind }) => kind === "account");
      return areAccounts && parts.length > 0 ? [[name, parts.map(([, text]) => text).join(",")]] : parts;
    }
    case "enum":
    case "uuid":
      return [[name, value.values.join(",")]];
    case "text":
      return [[name, printTextPattern(value)]];
    case "boolean":
      return [[name, String(value.value)]];
    case "account":
      return [[name, value.accountId]];
    case "amountRange":
      return pairs([`${name}_min`, value.min], [`${name}_max`, value.max]);
    case "dateRange":
      if (value.relative !== undefined) return [[name, value.relative]];
      return pairs([`${name}_from`, value.fromText], [`${name}_to`, value.toText]);
    case "metadata":
      return value.conditions.map(({ path, text }) =>
        path.endsWith("[]") ? [`${name}[${path.slice(0, -2)}][]`, text] : [`${name}[${path}]`, text],
      );
  }
}

function pairs(...entries: [string, string | number | null][]): [string, string][] {
  return entries.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
}

function parseChoices(
  name: string,
  filter: Extract<FilterDef, { kind: "enum" | "uuid" }>,
  parameters: Parameters,
  report: Report,
): FilterValue | undefined {
  const given = (parameters.get(name) ?? []).flatMap((text) => text.split(",")).map((text) => text.trim());
  const chosen = new Set(
    given.filter((text) => text !== "").map((text) => (filter.kind === "uuid" ? lower(text) : text)),
  );
  if (chosen.size === 0) return undefined;
  if (filter.kind === "uuid") {
    if (chosen.size > MAX_UUIDS) return void report(name, "too_many", `Must be ${MAX_UUIDS} ids at most`);
    if (![...chosen].every(isUuid)) return void report(name, "uuid", "Must be a UUID, or several separated by commas");
    return { kind: "uuid", values: [...chosen].sort() };
  }
  const values = filter.values.filter((value) => chosen.has(value));
  if (values.length === chosen.size) return { kind: "enum", values };
  const choices = filter.values.length > 12 ? "one of the known values" : `one of ${filter.values.join(", ")}`;
  return void report(name, "enum", `Must be ${choices}`);
}

function parseSingle(
  name: string,
  filter: Extract<FilterDef, { kind: "text" | "boolean" | "account" }>,
  text: string,
  report: Report,
): FilterValue | undefined {
  if (filter.kind === "boolean") {
    if (text === "true" || text === "false") return { kind: "boolean", value: text === "true" };
    return void report(name, "boolean", "Must be true or false");
  }
  if (filter.kind === "account") {
    return isUuid(text) ? { kind: "account", accountId: lower(text) } : void report(name, "uuid", "Must be a UUID");
  }
  const max = filter.maxLength ?? MAX_QUERY_TEXT_LENGTH;
  const { match, text: written } = readTextPattern(text, filter.match);
  const plain = filter.lowerCase ? lower(written) : written;
  const problem = plain.length > max ? `Must have ${max} characters at most` : textProblem(plain);
  if (problem) return void report(name, "text", problem);
  if (match === "contains" && [...plain].length < MIN_NEEDLE_LENGTH)
    return void report(name, "too_short", `Must have at least ${MIN_NEEDLE_LENGTH} characters between the stars`);
  if (plain === "") return void report(name, "text", "Must have at least one character before the star");
  return { kind: "text", match, text: plain };
}

function parseAmountRange(
  name: string,
  parameters: Parameters,
  report: Report,
): FilterValueOf<"amountRange"> | undefined {
  const read = (parameter: string): number | null => {
    const text = single(parameter, parameters, report);
    if (text === null) return null;
    const amountMinor = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (Math.abs(amountMinor) <= MAX_AMOUNT_MINOR) return amountMinor === 0 ? 0 : amountMinor;
    report(parameter, "integer", "Must be an integer in minor units of 15 digits at most");
    return null;
  };
  const min = read(`${name}_min`);
  const max = read(`${name}_max`);
  if (min === null && max === null) return undefined;
  if (min === null || max === null || min <= max) return { kind: "amountRange", min, max };
  return void report(`${name}_max`, "range", `Must not be less than ${name}_min`);
}

function parseDateRange(
  name: string,
  parameters: Parameters,
  { timeZone, now }: Reading,
  report: Report,
): FilterValueOf<"dateRange"> | undefined {
  const relative = single(name, parameters, report);
  if (relative !== null) {
    const range = relativeRange(relative, timeZone, now);
    if (!range) return void report(name, "date", "Must be a range such as today, last-30d, this-month or last-month");
    const other = [`${name}_from`, `${name}_to`].find((parameter) => parameters.has(parameter));
    if (other) report(other, "conflict", `Must not be given together with ${name}`);
    return { kind: "dateRange", ...range, fromText: null, toText: null, relative };
  }
  const read = (parameter: string, dayOffset: number): [instant: string | null, text: string | null] => {
    const given = single(parameter, parameters, report);
    if (given === null) return [null, null];
    // A plus sign that was not escaped arrives as a space.
    const text = given.replace(/ (?=\d{2}:\d{2}$)/, "+");
    if (isCalendarDate(text)) return [startOfDay(text, timeZone, dayOffset).toISOString(), text];
    const instant = parseDateTime(text);
    if (instant) return [instant.toISOString(), text];
    report(
      parameter,
      "date",
      "Must be a date such as 2026-01-31, or a date-time with offset such as 2026-01-31T09:30:00Z",
    );
    return [null, null];
  };
  const [from, fromText] = read(`${name}_from`, 0);
  const [to, toText] = read(`${name}_to`, 1);
  if (from === null && to === null) return undefined;
  if (from === null || to === null || from < to) return { kind: "dateRange", from, to, fromText, toText };
  return void report(`${name}_to`, "range", `Must not be before ${name}_from`);
}

function parseMetadata(name: string, parameters: Parameters, report: Report): FilterValueOf<"metadata"> | undefined {
  const found = new Map<string, MetadataCondition>();
  for (const [parameter, texts] of parameters) {
    if (!parameter.startsWith(`${name}[`)) continue;
    const path = metadataPath(parameter.slice(name.length + 1));
    if (path === null) {
      report(parameter, "metadata", `Must name a key, such as ${name}[key], ${name}[key.nested] or ${name}[list][]`);
      continue;
    }
    for (const text of new Set(texts)) {
      const problem = text.length > MAX_QUERY_TEXT_LENGTH ? "Too long" : textProblem(text);
      if (problem) report(parameter, "text", problem);
      else found.set(`${path}\0${text}`, { path, text, jsonTexts: text === "*" ? null : jsonTextsOf(text) });
    }
  }
  const conditions = [...found.values()];
  if (conditions.length > MAX_METADATA_CONDITIONS) {
    return void report(name, "too_many", `Must be ${MAX_METADATA_CONDITIONS} conditions at most`);
  }
  conditions.sort((one, other) => compare(one.path, other.path) || compare(one.text, other.text));
  return conditions.length > 0 ? { kind: "metadata", conditions } : undefined;
}

/** `a.b]` → `a.b`, `tags][]` → `tags[]`; `null` for what cannot be a path. */
function metadataPath(rest: string): string | null {
  const path = rest.endsWith("][]") ? `${rest.slice(0, -3)}[]` : rest.endsWith("]") ? rest.slice(0, -1) : null;
  if (path === null || path.length > MAX_METADATA_PATH_LENGTH || textProblem(path)) return null;
  return path.split(".").every((key) => key.replace(/(?:\[\])+$/, "") !== "") ? path : null;
}

/** JSON texts a written value can stand for, as PostgreSQL prints them: `3` is the text "3" or the number. */
function jsonTextsOf(text: string): string[] {
  const plain = text === "\\*" ? "*" : text;
  const quoted = [...JSON.stringify(plain)].slice(0, MAX_METADATA_JSON_LENGTH).join("");
  return JSON_LITERAL.test(plain) ? [quoted, plain] : [quoted];
}

function single(parameter: string, parameters: Parameters, report: Report): string | null {
  const [text, ...more] = parameters.get(parameter) ?? [];
  if (text === undefined) return null;
  if (more.length === 0) return text.trim();
  report(parameter, "repeated", "Must be given once");
  return null;
}

function lower(text: string): string {
  return text.toLowerCase();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
