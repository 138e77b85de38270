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
  exact: Map<string, string>;
  patterns: { pattern: RegExp; translated: string }[];
}

const compiled = new WeakMap<Sentences, Compiled>();

/**
 * What the business code says (errors, what is wrong with a field, names of permissions and states) is English, the
 * language of the API, and is put into the page's language here, on its way to a person. A sentence that has no
 * translation stays English: a test finds those.
 */
export function translateSentence(locale: Locale, sentences: Sentences, english: string): string {
  if (locale === DEFAULT_LOCALE) return english;
  if (locale === "ar-XB") return pseudoText(english.replaceAll(/[{}<>]/g, ""));
  const { exact, patterns } = compile(sentences);
  const known = exact.get(english);
  if (known !== undefined) return known;
  for (const { pattern, translated } of patterns) {
    const match = pattern.exec(english);
    // What fills a place may be a sentence of its own, such as the name of a state.
    if (match) return translated.replaceAll(/\{(\d)\}/g, (_, place) => translatePart(exact, match[Number(place) + 1]));
  }
  return english;
}

const translatePart = (exact: Map<string, string>, part = "") => exact.get(part) ?? part;

function compile(sentences: Sentences): Compiled {
  const known = compiled.get(sentences);
  if (known) return known;
  const exact = new Map(sentences.filter(([english]) => !/\{\d\}/.test(english)));
  const patterns = sentences
    .filter(([english]) => /\{\d\}/.test(english))
    .map(([english, translated]) => ({ pattern: patternOf(english), translated }));
  const result = { exact, patterns };
  compiled.set(sentences, result);
  return result;
}

function patternOf(english: string): RegExp {
  const source = english.split(/\{\d\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${source.join("(.+?)")}$`, "s");
}
