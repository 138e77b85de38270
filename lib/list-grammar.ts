import type { FilterDef, ListDefinition } from "./list-definition";
import { isNegatable, negationOf, QUERY_PARAMETER } from "./list-definition";
import { type Parameters, parseFilter, parseNegation, type Reading, type Report } from "./list-filters";
import { type Span, type Term, termsOf } from "./list-grammar-terms";
import { amountParameters, choiceValues, dateParameters, type Reader, textParameter } from "./list-grammar-values";
import { isUuid } from "./text";

/** Longest text that is read as a query, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 2_000;

/** A value of a filter and the name that people know it by. */
export interface NamedValue {
  value: string;
  label: string;
}

/** Filter → values that may be written by their names. */
export type NamedValues = Readonly<Record<string, readonly NamedValue[] | undefined>>;

/** One filter as the language of queries knows it. */
export interface GrammarFilter {
  name: string;
  definition: FilterDef;
  /** What people read; a query may use it too. */
  label?: string;
  /** All values there are (of an `enum`), or those known by name. */
  options?: readonly NamedValue[];
}

export interface GrammarOptions {
  reading: Reading;
  /** Whose decimals amounts are written with, unless the query names one currency itself. */
  currency: string;
}

/** What is wrong with a part of a query, as a sentence. */
export interface QueryProblem extends Span {
  msg: string;
}

export interface ReadQuery {
  /** Parameters of the list that say the same. */
  parameters: Map<string, string[]>;
  problems: QueryProblem[];
}

const USUAL_CURRENCY = "EUR";

/** The filters of a list, with the names of values that the reader knows. */
export function grammarOf({ filters }: Pick<ListDefinition, "filters">, names: NamedValues = {}): GrammarFilter[] {
  return Object.entries<FilterDef>(filters).map(([name, definition]) => {
    const options =
      names[name] ??
      (definition.kind === "enum" ? definition.values.map((value) => ({ value, label: value })) : undefined);
    return { name, definition, ...(options && { options }) };
  });
}

/**
 * Reads a query such as `status:failed amount>100 -account:lisbon created:last-30d`. Never throws: what cannot be read is
 * a problem with its place, and the rest is read all the same.
 */
export function readQuery(text: string, filters: readonly GrammarFilter[], options: GrammarOptions): ReadQuery {
  const problems: QueryProblem[] = [];
  if (text.length > MAX_QUERY_LENGTH) {
    const end = text.length;
    return {
      parameters: new Map(),
      problems: [{ start: MAX_QUERY_LENGTH, end, msg: `Must have ${MAX_QUERY_LENGTH} characters at most` }],
    };
  }
  const found = new Map<string, { texts: string[]; span: Span }>();
  const reader: Reader = {
    options,
    fail: ({ start, end }, msg) => void problems.push({ start, end, msg }),
    give: (parameter, value, { start, end }) => {
      const texts = [...(found.get(parameter)?.texts ?? []), value];
      found.set(parameter, { texts, span: { start, end } });
      return undefined;
    },
  };
  const terms = termsOf(text);
  const currency = currencyOf(terms, filters) ?? options.currency;
  const inContext: Reader = { ...reader, options: { ...options, currency } };
  const searched: Term[] = [];
  for (const term of terms) {
    if (!term.isClosed) reader.fail(term, "A quotation mark has no end");
    else if (term.name === null && !term.negated) searched.push(term);
    else readTerm(term, filters, inContext);
  }
  readSearch(searched, filters, inContext);
  check(found, filters, inContext);
  problems.sort((one, other) => one.start - other.start);
  return { parameters: new Map([...found].map(([name, { texts }]) => [name, texts])), problems };
}

/**
 * The parameters of a request with those that its `q` stands for. A filter that is given both ways is a problem; the
 * parameter wins.
 */
export function readQueryParameter(
  definition: ListDefinition,
  parameters: Parameters,
  { reading, names, report }: { reading: Reading; names: NamedValues; report: Report },
): Parameters {
  const [text, ...more] = parameters.get(QUERY_PARAMETER) ?? [];
  if (text === undefined) return parameters;
  if (more.length > 0) report(QUERY_PARAMETER, "repeated", "Must be given once");
  const [currency, ...others] = (parameters.get("currency") ?? []).flatMap((one) => one.split(","));
  const options = { reading, currency: currency && others.length === 0 ? currency : USUAL_CURRENCY };
  const read = readQuery(text, grammarOf(definition, names), options);
  for (const { start, msg } of read.problems) report(QUERY_PARAMETER, "query", `${msg} (at character ${start + 1})`);
  const merged = new Map(parameters);
  for (const [name, texts] of read.parameters) {
    if (parameters.has(name)) report(QUERY_PARAMETER, "conflict", `Must not say what the parameter ${name} says too`);
    else merged.set(name, texts);
  }
  return merged;
}

/** Filters to which a query gives something else than ids: what must be looked up by name. */
export function namesIn(text: string, definition: Pick<ListDefinition, "filters">): string[] {
  const filters = grammarOf(definition);
  const named = termsOf(text.slice(0, MAX_QUERY_LENGTH)).flatMap(({ name, words }) => {
    const filter = name === null ? undefined : filterNamed(name, filters);
    return filter && words.some((word) => !isUuid(word.text)) ? [filter.name] : [];
  });
  return [...new Set(named)];
}

/** What a list is searched by where a query has words without a name. */
export function searchFilterOf(filters: readonly GrammarFilter[]): GrammarFilter | undefined {
  const texts = filters.filter(({ definition }) => definition.kind === "text");
  return SEARCHED_NAMES.flatMap((name) => texts.find((filter) => filter.name === name) ?? [])[0];
}

const SEARCHED_NAMES = ["reference", "name", "title", "search", "email", "url"];

/** The filter that a written name means: its own, a part of it that no other has (`email`), or its label. */
export function filterNamed(written: string, filters: readonly GrammarFilter[]): GrammarFilter | undefined {
  const name = plainName(written);
  const exact =
    filters.find((filter) => filter.name === name) ?? filters.find(({ label }) => plainName(label) === name);
  if (exact) return exact;
  const [only, ...more] = filters.filter((filter) => filter.name.split("_").includes(name));
  return more.length === 0 ? only : undefined;
}

function plainName(text = ""): string {
  return text.toLowerCase().replace(/[^\p{L}\d]+/gu, "_");
}

function readTerm(term: Term, filters: readonly GrammarFilter[], reader: Reader): undefined {
  if (term.name === null) return readNamed(term, searchFilterOf(filters), filters, reader);
  if (term.name.toLowerCase() === "has" && term.key === null) return readHas(term, filters, reader);
  readNamed(term, filterNamed(term.name, filters), filters, reader);
}

function readNamed(
  term: Term,
  filter: GrammarFilter | undefined,
  filters: readonly GrammarFilter[],
  reader: Reader,
): undefined {
  if (!filter) return reader.fail(term, unknownFilter(term, filters));
  const { kind } = filter.definition;
  if (term.text.trim() === "" && term.words.length < 2) return reader.fail(term, `Write a value behind ${filter.name}`);
  if (term.operator !== ":" && kind !== "amountRange" && kind !== "dateRange")
    return reader.fail(term, `${filter.name} has no order: write ${filter.name}:value`);
  if ((term.key === null) === (kind === "metadata"))
    return reader.fail(
      term,
      kind === "metadata" ? `Name a key: ${filter.name}.key:value` : `${filter.name} has no keys`,
    );
  if (term.negated && kind !== "boolean" && !isNegatable(filter.definition))
    return reader.fail(term, `${filter.name} cannot be turned round`);
  const parameter = term.negated && kind !== "boolean" ? negationOf(filter.name) : filter.name;
  switch (kind) {
    case "enum":
    case "uuid":
    case "account":
    case "boolean":
      for (const value of choiceValues(term, filter, reader)) reader.give(parameter, value, term);
      return;
    case "text":
      return reader.give(parameter, textParameter(term, filter.definition), term);
    case "metadata":
      return reader.give(metadataParameter(parameter, term.key ?? ""), term.text, term);
    case "amountRange":
      return amountParameters(term, filter.name, reader);
    case "dateRange":
      return dateParameters(term, filter.name, reader);
  }
}

/** `has:metadata.key` */
function readHas(term: Term, filters: readonly GrammarFilter[], reader: Reader): undefined {
  const filter = filters.find(({ definition }) => definition.kind === "metadata");
  if (!filter) return reader.fail(term, "Nothing in this list has metadata");
  const dot = term.text.indexOf(".");
  const isNamed = dot > 0 && filterNamed(term.text.slice(0, dot), filters) === filter;
  const key = isNamed ? term.text.slice(dot + 1) : term.text;
  if (key === "") return reader.fail(term, `Name a key: has:${filter.name}.key`);
  const parameter = term.negated ? negationOf(filter.name) : filter.name;
  reader.give(metadataParameter(parameter, key), "*", term);
}

/** Words without a name are looked for together, as one text. */
function readSearch(terms: readonly Term[], filters: readonly GrammarFilter[], reader: Reader): undefined {
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return;
  const text = terms.map((term) => term.text).join(" ");
  const term = { ...first, end: last.end, text, words: [{ text, start: first.start, end: last.end }] };
  readNamed(term, searchFilterOf(filters), filters, reader);
}

/** What the list's own parser says of the parameters; each problem is told where the query has caused it. */
function check(
  found: Map<string, { texts: string[]; span: Span }>,
  filters: readonly GrammarFilter[],
  reader: Reader,
): void {
  const parameters: Parameters = new Map([...found].map(([name, { texts }]) => [name, texts]));
  const wrong = new Set<string>();
  const report: Report = (parameter, _type, msg) => {
    const span = found.get(parameter)?.span ?? [...found].find(([name]) => name.startsWith(parameter))?.[1].span;
    reader.fail(span ?? { start: 0, end: 0 }, `${parameter.replace(/_not$/, "")}: ${msg}`);
    wrong.add(parameter);
  };
  for (const { name, definition } of filters) {
    parseFilter(name, definition, parameters, reader.options.reading, report);
    parseNegation(name, definition, parameters, report);
  }
  const isWrong = (name: string) => wrong.has(name) || wrong.has(name.replace(/\[.*$/s, ""));
  for (const name of [...found.keys()].filter(isWrong)) found.delete(name);
}

/** `a.b` → `metadata[a.b]`, `tags[]` → `metadata[tags][]`. */
function metadataParameter(name: string, key: string): string {
  return key.endsWith("[]") ? `${name}[${key.slice(0, -2)}][]` : `${name}[${key}]`;
}

/** The one currency that a query names itself. */
function currencyOf(terms: readonly Term[], filters: readonly GrammarFilter[]): string | null {
  const named = terms.filter(
    ({ name, negated }) => name !== null && !negated && filterNamed(name, filters)?.name === "currency",
  );
  const filter = filters.find(({ name }) => name === "currency");
  const [only, ...more] = named.flatMap(({ words }) => words);
  if (!filter || !only || more.length > 0) return null;
  const option = filter.options?.find(({ value }) => value.toLowerCase() === only.text.toLowerCase());
  return option?.value ?? null;
}

function unknownFilter({ name, text }: Term, filters: readonly GrammarFilter[]): string {
  if (name === null) return "This list cannot be searched by words alone: write name:value";
  const names = filters.map((filter) => filter.name).join(", ");
  return `There is no filter “${name}”. There are: ${names}. To search for the words themselves, write "${name}:${text}"`;
}
