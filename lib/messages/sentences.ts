import { DEFAULT_LOCALE, type Locale } from "../locale";
import { pseudoText } from "./pseudo";

/** English sentences with `{0}`, `{1}` … for what varies, each with its translation. */
export type Sentences = readonly (readonly [english: string, translated: string])[];

/** The sentences among the texts that next-intl hands out; its own type is of texts with keys alone. */
export function sentencesOf(messages: object): Sentences {
  // Every provider of texts, on either side, puts them there.
  return "sentences" in messages ? (messages as { sentences: Sentences }).sentences : [];
}

interface Compiled {
  exact: ReadonlyMap<string, string>;
  /** The most specific first. */
  patterns: readonly Pattern[];
}

interface Pattern {
  /** What is fixed of the English, around the places. */
  fixed: readonly string[];
  /** The number of each place, in the order in which they stand. */
  places: readonly number[];
  translated: string;
}

const compiled = new WeakMap<Sentences, Compiled>();

/**
 * What the business code says (errors, what is wrong with a field, names of permissions and states) is English, the
 * language of the API, and is put into the page's language here, on its way to a person. A sentence that has no
 * translation stays English: a test finds those.
 *
 * What fills a place stays as it is, for it may be anybody's own words. Where the translation writes the place as `{0*}`,
 * it holds words of ours, such as the name of a state, a day, an amount, or a sentence with places of its own.
 */
export function translateSentence(locale: Locale, sentences: Sentences, english: string): string {
  if (locale === DEFAULT_LOCALE) return english;
  if (locale === "ar-XB") return pseudoText(english.replaceAll(/[{}<>]/g, ""));
  const known = compile(sentences);
  return known.exact.get(english) ?? translateByPattern(locale, known, english, MAX_DEPTH) ?? english;
}

/** How deep sentences lie in sentences. */
const MAX_DEPTH = 4;

/** `billing_amount: Must be …`: a field by its name, and what is wrong with it. */
const OF_FIELD = /^([\w.[\]]+: )(.+)$/s;

function translateByPattern(locale: Locale, known: Compiled, english: string, depth: number): string | undefined {
  if (depth === 0) return undefined;
  for (const { fixed, places, translated } of known.patterns) {
    const parts = partsOf(english, fixed);
    if (!parts) continue;
    return translated.replaceAll(/\{(\d)(\*?)\}/g, (_, place, isOurs) => {
      const part = parts[places.indexOf(Number(place))] ?? "";
      return isOurs ? translatePart(locale, known, part, depth - 1) : part;
    });
  }
  const [, field, problem] = OF_FIELD.exec(english) ?? [];
  return field && problem && field + translatePart(locale, known, problem, depth - 1);
}

/** A part that is known as it stands, or as it would begin a sentence; a day; an amount; or a sentence with places. */
function translatePart(locale: Locale, known: Compiled, part: string, depth: number): string {
  const { exact } = known;
  const words = exact.get(part) ?? exact.get(part.charAt(0).toUpperCase() + part.slice(1)) ?? dayOf(locale, part);
  return words ?? amountOf(locale, part) ?? translateByPattern(locale, known, part, depth) ?? part;
}

/** "5 March 2026" in another language. */
function dayOf(locale: Locale, text: string): string | undefined {
  const time = /^\d{1,2} [A-Z][a-z]{2,8} \d{4}$/.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(time);
}

/** "€1,174.24" or "CHF 517.50" in another language: its digits, with the currency behind them. */
function amountOf(locale: Locale, text: string): string | undefined {
  const [, currency, digits] = /^([A-Z]{0,3}\p{Sc}|[A-Z]{3})\s?(\d[\d,]*(?:\.\d+)?)$/u.exec(text) ?? [];
  if (!currency || !digits) return undefined;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const number = Number(digits.replaceAll(",", ""));
  const shown = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${number.toLocaleString(locale, shown)}\u00a0${currency}`;
}

/** What fills the places between the fixed texts, none of them empty; null where the text is another sentence. */
function partsOf(text: string, fixed: readonly string[]): string[] | null {
  const first = fixed[0] ?? "";
  const last = fixed.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const parts: string[] = [];
  let from = first.length;
  // Each at its first occurrence: no search goes back, however long the text is that somebody has written.
  for (const between of fixed.slice(1, -1)) {
    const at = text.indexOf(between, from + 1);
    if (at < 0) return null;
    parts.push(text.slice(from, at));
    from = at + between.length;
  }
  if (from >= end) return null;
  parts.push(text.slice(from, end));
  return parts;
}

function compile(sentences: Sentences): Compiled {
  const known = compiled.get(sentences);
  if (known) return known;
  const patterns = sentences.flatMap(([english, translated]): Pattern[] => {
    const places = [...english.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place));
    return places.length > 0 ? [{ fixed: english.split(/\{\d\}/), places, translated }] : [];
  });
  patterns.sort(bySpecificity);
  const result = { exact: new Map(sentences.filter(([english]) => !/\{\d\}/.test(english))), patterns };
  compiled.set(sentences, result);
  return result;
}

/** The one with more fixed text comes first, then that with fewer places, then by the alphabet. */
function bySpecificity(one: Pattern, other: Pattern): number {
  const [a, b] = [one.fixed.join("\0"), other.fixed.join("\0")];
  const lengthOf = ({ fixed }: Pattern) => fixed.reduce((sum, text) => sum + text.length, 0);
  return lengthOf(other) - lengthOf(one) || one.fixed.length - other.fixed.length || (a < b ? -1 : a > b ? 1 : 0);
}
