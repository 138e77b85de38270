import { relativeRange } from "./list-dates";
import type { FilterDef } from "./list-definition";
import type { GrammarFilter, GrammarOptions } from "./list-grammar";
import { type Operator, plain, type Span, type Term, type Word } from "./list-grammar-terms";
import { readTextPattern } from "./list-text";
import { parseAmount } from "./money";
import { isUuid } from "./text";
import { isCalendarDate, parseDateTime } from "./time";

/** What the readers of values work with. */
export interface Reader {
  options: GrammarOptions;
  fail: (span: Span, msg: string) => undefined;
  give: (parameter: string, text: string, span: Span) => undefined;
}

/** The values that a term names: by code, by id, by name, or by a part of a name that only one has. */
export function choiceValues(term: Term, filter: GrammarFilter, reader: Reader): string[] {
  const { definition, name } = filter;
  if (term.words.length > 1 && (definition.kind === "account" || definition.kind === "boolean") && !term.negated) {
    reader.fail(term, `${name} takes one value`);
    return [];
  }
  return term.words.flatMap((word) => {
    if (definition.kind === "boolean") return booleanValue(word, term, filter, reader);
    const value = choiceValue(word, filter, reader);
    return value === null ? [] : [value];
  });
}

function booleanValue(word: Word, { negated }: Term, { name }: GrammarFilter, reader: Reader): string[] {
  const text = word.text.toLowerCase();
  const value = ["true", "yes"].includes(text) ? true : ["false", "no"].includes(text) ? false : null;
  if (value === null) reader.fail(word, `${name} is true or false`);
  return value === null ? [] : [String(value !== negated)];
}

function choiceValue(word: Word, { name, definition, options = [] }: GrammarFilter, reader: Reader): string | null {
  if (definition.kind !== "enum" && isUuid(word.text)) return word.text.toLowerCase();
  const wanted = plain(word.text);
  const exact =
    options.find(({ value }) => plain(value) === wanted) ?? options.find(({ label }) => plain(label) === wanted);
  if (exact) return exact.value;
  const parts = wanted === "" ? [] : options.filter(({ label }) => plain(label).includes(wanted));
  const [only, ...more] = parts;
  if (only && more.length === 0) return only.value;
  reader.fail(word, only ? severalMatch(word.text, parts) : noneMatches(word.text, name, definition, options));
  return null;
}

const SHOWN = 6;

function severalMatch(text: string, parts: readonly { label: string }[]): string {
  const shown = parts.slice(0, SHOWN).map(({ label }) => label);
  const rest = parts.length - shown.length;
  return `“${text}” may be ${shown.join(", ")}${rest > 0 ? ` or ${rest} more` : ""}: write more of the name`;
}

function noneMatches(text: string, name: string, { kind }: FilterDef, options: readonly { label: string }[]): string {
  if (options.length === 0) return `${name}: Must be an id, which “${text}” is not`;
  if (kind === "enum" && options.length <= 12)
    return `${name}: Must be one of ${options.map(({ label }) => label.toLowerCase()).join(", ")}`;
  return `${name}: There is no “${text}”`;
}

/** The text of a filter's parameter: words without a name match as widely as the filter can. */
export function textParameter({ name, text }: Term, definition: Extract<FilterDef, { kind: "text" }>): string {
  if (name !== null || readTextPattern(text, definition.match).match !== "exact") return text;
  if (definition.match === "exact") return text;
  return definition.match === "contains" && [...text.trim()].length >= 3 ? `*${text}*` : `${text}*`;
}

/** Amounts in major units: `amount>100`, `amount:100`, `amount:100..200`. */
export function amountParameters(term: Term, name: string, reader: Reader): undefined {
  const read = (text: string): number | null => {
    const amount = parseAmount(text, reader.options.currency);
    if (amount.ok) return amount.amountMinor;
    reader.fail(term, `${name}: ${amount.message}`);
    return null;
  };
  const give = (end: "min" | "max", amountMinor: number | null) => {
    if (amountMinor !== null) reader.give(`${name}_${end}`, String(amountMinor), term);
  };
  const range = rangeOf(term);
  if (range) {
    if (range.from !== "") give("min", read(range.from));
    if (range.to !== "") give("max", read(range.to));
    return;
  }
  const amountMinor = read(term.text);
  if (amountMinor === null) return;
  const { min, max } = AMOUNT_ENDS[term.operator](amountMinor);
  give("min", min);
  give("max", max);
}

const AMOUNT_ENDS: Record<Operator, (amountMinor: number) => { min: number | null; max: number | null }> = {
  ":": (amountMinor) => ({ min: amountMinor, max: amountMinor }),
  ">": (amountMinor) => ({ min: amountMinor + 1, max: null }),
  ">=": (amountMinor) => ({ min: amountMinor, max: null }),
  "<": (amountMinor) => ({ min: null, max: amountMinor - 1 }),
  "<=": (amountMinor) => ({ min: null, max: amountMinor }),
};

/** Days, months, years, moments, ranges of these, and ranges that move: `created:last-30d`, `created>=2026-01-05`. */
export function dateParameters(term: Term, name: string, reader: Reader): undefined {
  const { text, operator } = term;
  const { timeZone, now } = reader.options.reading;
  const range = rangeOf(term);
  if (range) {
    const from = range.from === "" ? null : daysOf(range.from);
    const to = range.to === "" ? null : daysOf(range.to);
    if ((range.from !== "" && !from) || (range.to !== "" && !to)) return reader.fail(term, notADate(name));
    if (from) reader.give(`${name}_from`, from.first, term);
    if (to) reader.give(`${name}_to`, to.last, term);
    return;
  }
  if (operator === ":" && relativeRange(text.toLowerCase(), timeZone, now))
    return reader.give(name, text.toLowerCase(), term);
  const days = daysOf(text);
  if (!days) return reader.fail(term, notADate(name));
  const { first, last, isMoment } = days;
  if (operator === ":" && isMoment) return reader.fail(term, `${name}: Write >= or < before a moment`);
  if (operator === ">" && isMoment) return reader.fail(term, `${name}: Write >= before a moment`);
  if (operator === "<=" && isMoment) return reader.fail(term, `${name}: Write < before a moment`);
  if (operator === ":" || operator === ">=") reader.give(`${name}_from`, first, term);
  if (operator === ">") reader.give(`${name}_from`, nextDay(last, 1), term);
  if (operator === ":" || operator === "<=") reader.give(`${name}_to`, last, term);
  if (operator === "<") reader.give(`${name}_to`, isMoment ? last : nextDay(first, -1), term);
}

interface Days {
  first: string;
  last: string;
  isMoment: boolean;
}

/** The days of a day, month or year; a moment stands for itself. */
function daysOf(text: string): Days | null {
  if (isCalendarDate(text)) return { first: text, last: text, isMoment: false };
  if (/^\d{4}$/.test(text)) return whole(`${text}-01-01`, `${text}-12-31`);
  if (/^\d{4}-\d{2}$/.test(text)) {
    const [year, month] = text.split("-").map(Number);
    const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return whole(`${text}-01`, `${text}-${lastDay}`);
  }
  const moment = text.toUpperCase();
  return parseDateTime(moment) ? { first: moment, last: moment, isMoment: true } : null;
}

function whole(first: string, last: string): Days | null {
  return isCalendarDate(first) && isCalendarDate(last) ? { first, last, isMoment: false } : null;
}

function nextDay(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** `100..200`, `100..`, `..200` */
function rangeOf({ operator, text }: Term): { from: string; to: string } | null {
  if (operator !== ":" || !text.includes("..")) return null;
  const at = text.indexOf("..");
  const [from, to] = [text.slice(0, at).trim(), text.slice(at + 2).trim()];
  return from === "" && to === "" ? null : { from, to };
}

function notADate(name: string): string {
  return `${name}: Must be a day such as 2026-01-31, a month such as 2026-01, or a range such as last-30d or 2026-01-01..2026-01-31`;
}
