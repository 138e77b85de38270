import { RELATIVE_RANGES } from "@/lib/list-date-words";
import { isNegatable } from "@/lib/list-definition";
import { filterNamed, type GrammarFilter, readQuery, searchFilterOf } from "@/lib/list-grammar";
import { writtenValue } from "@/lib/list-grammar-print";
import { plain, quoted, termsOf } from "@/lib/list-grammar-terms";
import type { FilterTexts } from "./filter-fields";
import type { BoxGrammar } from "./filter-grammar";

/** What could stand at the caret. */
export interface Suggestion {
  /** As it is written. */
  text: string;
  /** What it means. */
  hint: string;
  /** The part of the query that it takes the place of. */
  start: number;
  end: number;
  /** False while a value is still to be written behind it. */
  isWhole: boolean;
}

const MAX_SUGGESTIONS = 50;

/** Reads what stands in the box, at the moment of asking. */
export function readBox(text: string, { filters, currency, timeZone }: BoxGrammar) {
  return readQuery(text, filters, { reading: { timeZone, now: new Date() }, currency });
}

/** Whether the query speaks of a filter of which a part is still to be loaded. */
export function namesPending(text: string, { filters, pending }: BoxGrammar): boolean {
  if (pending.length === 0) return false;
  const named = termsOf(text).flatMap(({ name }) => (name === null ? [] : (filterNamed(name, filters)?.name ?? [])));
  return named.some((name) => pending.includes(name));
}

/** What could be written at the caret: names of filters, then values of the one that was chosen. */
export function suggestionsAt(texts: FilterTexts, text: string, caret: number, grammar: BoxGrammar): Suggestion[] {
  const term = termsOf(text).find(({ start, end }) => start < caret && caret <= end);
  const [start, end] = term ? [term.start, term.end] : [caret, caret];
  const typed = text.slice(start, caret);
  const named = NAMED.exec(typed);
  const found = named ? valuesAt(texts, typed, named, start, end, grammar) : namesAt(texts, typed, start, end, grammar);
  return found.slice(0, MAX_SUGGESTIONS);
}

const NAMED = /^(-?)(\p{L}[\p{L}\d_-]*)(?:\.[^:<>="]*)?(?::|<=|>=|<|>|=)(?:<=|>=|<|>)?/u;

function namesAt({ t }: FilterTexts, typed: string, start: number, end: number, { filters }: BoxGrammar): Suggestion[] {
  const isNegated = typed.startsWith("-");
  const wanted = typed.replace(/^-/, "").toLowerCase();
  const minus = isNegated ? "-" : "";
  const offered = filters.filter(
    (filter) =>
      (!isNegated || isNegatable(filter.definition)) &&
      `${filter.name} ${filter.label ?? ""}`.toLowerCase().includes(wanted),
  );
  const names = offered.map((filter): Suggestion => {
    const hint = filter.label ?? t(`hint.kinds.${filter.definition.kind}`);
    return {
      text: `${minus}${filter.name}${SIGNS[filter.definition.kind] ?? ":"}`,
      hint: isNegated ? t("hint.not", { hint }) : hint,
      start,
      end,
      isWhole: false,
    };
  });
  const byStart = (one: Suggestion) => (one.text.startsWith(`${minus}${wanted}`) ? 0 : 1);
  names.sort((one, other) => byStart(one) - byStart(other));
  const metadata = offered.find(({ definition }) => definition.kind === "metadata");
  const has = `${minus}has:${metadata?.name}.`;
  const more = metadata ? [{ text: has, hint: t("hint.hasKey"), start, end, isWhole: false }] : [];
  return [...names, ...more, ...searchAt(t, wanted, minus, start, end, filters)];
}

const SIGNS: Partial<Record<GrammarFilter["definition"]["kind"], string>> = { amountRange: ">", metadata: "." };

/** A word alone is looked for in the list's main text; the suggestion shows how. */
function searchAt(
  t: FilterTexts["t"],
  wanted: string,
  minus: string,
  start: number,
  end: number,
  filters: readonly GrammarFilter[],
): Suggestion[] {
  const filter = searchFilterOf(filters);
  if (!filter || wanted.length < 3 || /["\\]/.test(wanted)) return [];
  const isWide = filter.definition.kind === "text" && filter.definition.match === "contains";
  const pattern = isWide ? `*${wanted}*` : wanted;
  const hint = t(minus ? "hint.notWith" : "hint.with", { label: filter.label ?? filter.name, text: wanted });
  return [{ text: `${minus}${filter.name}:${quoted(pattern)}`, hint, start, end, isWhole: true }];
}

function valuesAt(
  { sentence }: FilterTexts,
  typed: string,
  [head = "", , name = ""]: RegExpExecArray,
  start: number,
  end: number,
  { filters }: BoxGrammar,
): Suggestion[] {
  const filter = filterNamed(name, filters);
  if (!filter) return [];
  // Only the last of several values is being written.
  const last = Math.max(head.length, typed.lastIndexOf(",") + 1);
  const wanted = plain(typed.slice(last).replaceAll('"', ""));
  const at = { start: start + last, end };
  return choicesOf(sentence, filter)
    .filter(({ text, hint }) => plain(`${text} ${hint}`).includes(wanted))
    .map((choice) => ({ ...choice, ...at, isWhole: true }));
}

function choicesOf(sentence: FilterTexts["sentence"], filter: GrammarFilter): { text: string; hint: string }[] {
  const { definition, options = [] } = filter;
  if (definition.kind === "boolean") return ["true", "false"].map((text) => ({ text, hint: "" }));
  if (definition.kind === "dateRange")
    return RELATIVE_RANGES.map(({ value, label }) => ({ text: value, hint: sentence(label) }));
  return options.map(({ value, label }) => {
    const written = writtenValue(value, filter);
    const hint = written === label ? "" : label;
    return { text: quoted(written), hint: plain(hint) === plain(written) ? "" : hint };
  });
}

/** The query with a suggestion taken, and where the caret then stands. */
export function withSuggestion(text: string, { text: part, start, end, isWhole }: Suggestion): [string, number] {
  const rest = text.slice(end);
  const space = isWhole && !rest.startsWith(" ") ? " " : "";
  const before = `${text.slice(0, start)}${part}${space}`;
  return [`${before}${rest}`, before.length + (isWhole && space === "" ? 1 : 0)];
}
