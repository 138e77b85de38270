import type { FilterDef } from "@/lib/list-definition";
import type { GrammarFilter } from "@/lib/list-grammar";
import { printQuery } from "@/lib/list-grammar-print";
import { type FilterField, isPending, POSITION_PARAMETERS } from "./filter-fields";
import type { LinkedFilter } from "./table-links";

/** What the box needs to know of its list. */
export interface BoxGrammar {
  filters: readonly GrammarFilter[];
  /** Whose decimals amounts are typed with. */
  currency: string;
  timeZone: string;
  /** Filters of which a part is still to be loaded: what is written of them cannot be read yet. */
  pending: readonly string[];
}

/**
 * The language of one list's box: its filters, with the names of values that the page's fields know. What the page does
 * not offer to this person, such as masked addresses, is no word of it.
 */
export function boxGrammar(linked: readonly LinkedFilter[], fields: readonly FilterField[]): BoxGrammar {
  const amount = fields.find((field) => field.kind === "amountRange");
  const date = fields.find((field) => field.kind === "dateRange");
  return {
    filters: linked.flatMap((filter) => grammarFilter(filter, fields) ?? []),
    currency: amount?.kind === "amountRange" ? amount.currency : "EUR",
    timeZone: date?.kind === "dateRange" ? date.timeZone : "UTC",
    pending: fields.filter(isPending).map(({ name }) => name),
  };
}

function grammarFilter(linked: LinkedFilter, fields: readonly FilterField[]): GrammarFilter | null {
  const { name, kind } = linked;
  const field = fields.find((one) => one.name === name);
  if (!field && (kind === "text" || kind === "enum")) return null;
  const options = field && "options" in field ? field.options : undefined;
  return {
    name,
    definition: definitionOf(linked, options?.map(({ value }) => value) ?? []),
    ...(field && { label: field.label }),
    ...(options && kind !== "boolean" && { options }),
  };
}

// The column is the server's; here the definition only reads and prints.
function definitionOf({ name, kind, match, neverNegated }: LinkedFilter, values: readonly string[]): FilterDef {
  const base = { column: name, ...(neverNegated && { neverNegated }) };
  if (kind === "enum") return { ...base, kind, values };
  if (kind === "text") return { ...base, kind, match: match ?? "exact" };
  return { ...base, kind };
}

/** The query that says what the address says. */
export function printAddress(current: URLSearchParams, { filters, currency }: BoxGrammar): string {
  const parameters = new Map<string, string[]>();
  for (const [name, text] of current) if (text !== "") parameters.set(name, [...(parameters.get(name) ?? []), text]);
  return printQuery(parameters, filters, currency);
}

const EXAMPLE_DATE = "last-30d";
const EXAMPLE_VALUES = ["failed", "eur"];

/** What could be written in this list's box, of filters that it has; empty where nothing lends itself. */
export function boxExample({ filters, currency }: BoxGrammar): string {
  const choices = filters.filter(({ definition, options = [] }) => definition.kind === "enum" && options.some(isWord));
  const choice = choices.find(({ name }) => name === "status") ?? choices[0];
  const values = choice?.options?.filter(isWord).map(({ value }) => value) ?? [];
  const value = values.find((one) => EXAMPLE_VALUES.includes(one.toLowerCase())) ?? values[0];
  const date = filters.find(({ definition }) => definition.kind === "dateRange");
  const parameters = new Map<string, string[]>();
  if (choice && value) parameters.set(choice.name, [value]);
  if (date) parameters.set(date.name, [EXAMPLE_DATE]);
  return printQuery(parameters, filters, currency);
}

// An example is there to be understood: `content_type:application/pdf` is none.
function isWord({ value }: { value: string }): boolean {
  return /^\w+$/.test(value);
}

/** The address with other filters, at its first page: what is no filter of the box's stays. */
export function filteredUrl(
  pathname: string,
  current: URLSearchParams,
  { filters }: BoxGrammar,
  parameters: ReadonlyMap<string, readonly string[]>,
): string {
  const next = new URLSearchParams();
  for (const [name, text] of current)
    if (!POSITION_PARAMETERS.includes(name) && !isFilter(name, filters)) next.append(name, text);
  for (const [name, texts] of parameters) for (const text of joined(name, texts, filters)) next.append(name, text);
  const query = next.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%40", "@");
  return query === "" ? pathname : `${pathname}?${query}`;
}

/** Values of a choice stand in one parameter. */
function joined(parameter: string, texts: readonly string[], filters: readonly GrammarFilter[]): readonly string[] {
  const kind = filters.find(({ name }) => name === parameter || `${name}_not` === parameter)?.definition.kind;
  return kind === "enum" || kind === "uuid" || kind === "account" ? [[...new Set(texts)].join(",")] : texts;
}

const ENDINGS = /(?:_not|_min|_max|_from|_to)?(?:\[.*)?$/s;

function isFilter(parameter: string, filters: readonly GrammarFilter[]): boolean {
  const plain = parameter.replace(ENDINGS, "");
  return parameter === "q" || filters.some(({ name }) => name === parameter || name === plain);
}
