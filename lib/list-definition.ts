import type { TextMatch } from "./list-text";

export type SortDirection = "asc" | "desc";

/**
 * One order of a list. Ties are always broken by id, in the same direction, and nulls come last in ascending and first
 * in descending order (PostgreSQL's own habit), so that one index serves both directions.
 */
export interface SortDef {
  /** Column in SQL; `null` sorts by id alone, which is by time, since ids are UUIDv7. */
  column: string | null;
  /** How the column travels in a cursor: text, a safe integer, or a time with microseconds. */
  type: "text" | "number" | "timestamp";
  nullable: boolean;
  /** Direction of the first click on the column's head; text starts ascending, the rest descending. */
  first?: SortDirection;
}

/** One order asked for. */
export interface SortKey {
  name: string;
  direction: SortDirection;
}

/** Orders that can be named at once: the first, and those that break its ties. */
export const MAX_SORTS = 3;

interface FilterBase {
  /** Column in SQL. */
  column: string;
  /** One sentence for the API's documentation. */
  description?: string;
  /** A choice of what the list is, rather than a comparison: "all but this" has no meaning. */
  neverNegated?: true;
}

/** `status=PAID,FAILED`: one of the values, or several. */
export interface EnumFilter extends FilterBase {
  kind: "enum";
  values: readonly string[];
  /** Every row has one of the values: then "not these" is "one of the others", which an index answers. */
  isTotal?: true;
}

/**
 * `customer_email=ann@x.com`; with `prefix`, also `customer_email=ann*`; with `contains`, also `customer_email=*ann*`. A
 * literal star at either end is written `\*`.
 */
export interface TextFilter extends FilterBase {
  kind: "text";
  /** The most that the filter offers; each includes those before it. */
  match: TextMatch;
  /** The column is in lower case, so the value is too. */
  lowerCase?: boolean;
  maxLength?: number;
  example?: string;
}

/** `id=<uuid>,<uuid>`. */
export interface UuidFilter extends FilterBase {
  kind: "uuid";
}

/** `amount_min=100&amount_max=999`: integers in minor units, both ends included. */
export interface AmountRangeFilter extends FilterBase {
  kind: "amountRange";
}

/**
 * `created_from=2026-01-01&created_to=2026-01-31`: days of the reader's zone, both included, or moments, the end excluded.
 * `created=last-30d`: a range that moves with the time of reading.
 */
export interface DateRangeFilter extends FilterBase {
  kind: "dateRange";
}

/** `deleted=true`. */
export interface BooleanFilter extends FilterBase {
  kind: "boolean";
}

/** `metadata[key]=v`, `metadata[a.b]=v` (nested), `metadata[tags][]=v` (array member), `metadata[key]=*` (key exists). */
export interface MetadataFilter extends FilterBase {
  kind: "metadata";
}

/** `account=<uuid>`: the account and all below it. */
export interface AccountFilter extends FilterBase {
  kind: "account";
}

export type FilterDef =
  | EnumFilter
  | TextFilter
  | UuidFilter
  | AmountRangeFilter
  | DateRangeFilter
  | BooleanFilter
  | MetadataFilter
  | AccountFilter;

export type FilterKind = FilterDef["kind"];

/** One condition on a metadata object, in the form of the table `metadata_entries`. */
export interface MetadataCondition {
  /** Keys joined by dots; array members end with `[]`. */
  path: string;
  /** JSON texts of which one must be there (`3` may be a number or a text); `null`: the key must exist. */
  jsonTexts: readonly string[] | null;
  /** The value as the sender wrote it. */
  text: string;
}

/** What a filter's parameters meant, ready for SQL. */
export type FilterValue =
  | { kind: "enum"; values: readonly string[] }
  | { kind: "text"; match: TextMatch; text: string }
  | { kind: "uuid"; values: readonly string[] }
  | { kind: "amountRange"; min: number | null; max: number | null }
  | DateRangeValue
  | { kind: "boolean"; value: boolean }
  | { kind: "metadata"; conditions: readonly MetadataCondition[] }
  | { kind: "account"; accountId: string }
  | NotValue;

export interface DateRangeValue {
  kind: "dateRange";
  /** Moments in UTC (ISO 8601), `to` excluded. */
  from: string | null;
  to: string | null;
  /** As the sender wrote them; null for a relative range. */
  fromText: string | null;
  toText: string | null;
  /** `last-30d`: what `from` and `to` were worked out from at the moment of reading. */
  relative?: string;
}

/** Rows that none of the values holds; under the filter's name and `_not`. A row without any value is among them. */
export interface NotValue {
  kind: "not";
  values: readonly FilterValue[];
}

export type FilterValueOf<K extends FilterValue["kind"]> = Extract<FilterValue, { kind: K }>;

/** One list: what can be filtered and sorted, for pages, API, documentation and SQL alike. */
export interface ListDefinition<
  F extends Record<string, FilterDef> = Record<string, FilterDef>,
  S extends Record<string, SortDef> = Record<string, SortDef>,
> {
  /** Name of the resource in the API, such as `payment_intents`; also binds cursors to their list. */
  name: string;
  sorts: S;
  defaultSort: { name: string; direction: SortDirection };
  filters: F;
  /** Page sizes on offer: few, because each is a constant of its own in SQL. */
  sizes: readonly number[];
  defaultSize: number;
}

/** Parameters that every list has. */
export const RESERVED_PARAMETERS: readonly string[] = ["sort", "size", "cursor", "page"];

/** All filters in one text, as `lib/list-grammar.ts` reads it. */
export const QUERY_PARAMETER = "q";

/** Checks a list's definition (a wrong one is a bug and throws at start) and infers its names. */
export function defineList<const F extends Record<string, FilterDef>, const S extends Record<string, SortDef>>(
  definition: ListDefinition<F, S> & { defaultSort: { name: NoInfer<keyof S> } },
): ListDefinition<F, S> {
  const names = Object.entries<FilterDef>(definition.filters).flatMap(([name, filter]) => parameterNames(name, filter));
  const all = [...RESERVED_PARAMETERS, QUERY_PARAMETER, ...names];
  for (const name of [...all, ...Object.keys(definition.sorts)]) {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${definition.name}: ${name} is not a snake_case name`);
  }
  if (new Set(all).size !== all.length) throw new Error(`${definition.name}: two filters share a parameter`);
  if (!Object.hasOwn(definition.sorts, definition.defaultSort.name))
    throw new Error(`${definition.name}: default sort`);
  if (!definition.sizes.includes(definition.defaultSize)) throw new Error(`${definition.name}: default size`);
  return definition;
}

/** What a filter's negation is called, as a key of a query's filters and as a parameter. */
export function negationOf<N extends string>(name: N): `${N}_not` {
  return `${name}_not`;
}

/** True if a list can be asked for all rows but those that the filter holds. */
export function isNegatable({ kind, neverNegated }: FilterDef): boolean {
  return !neverNegated && ["enum", "uuid", "text", "account", "metadata"].includes(kind);
}

/** The query parameters of one filter and its negation; those of a metadata filter begin with its name and `[`. */
export function parameterNames(name: string, filter: FilterDef): string[] {
  if (filter.kind === "amountRange") return [`${name}_min`, `${name}_max`];
  if (filter.kind === "dateRange") return [name, `${name}_from`, `${name}_to`];
  return isNegatable(filter) ? [name, negationOf(name)] : [name];
}
