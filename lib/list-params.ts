import { type Cursor, decodeCursor, type WalkDirection } from "./cursor";
import { AppError, type FieldIssue } from "./errors";
import {
  type FilterDef,
  type FilterKind,
  type FilterValue,
  type FilterValueOf,
  isNegatable,
  type ListDefinition,
  MAX_SORTS,
  type NotValue,
  negationOf,
  parameterNames,
  QUERY_PARAMETER,
  RESERVED_PARAMETERS,
  type SortDirection,
  type SortKey,
} from "./list-definition";
import { type Parameters, parseFilter, parseNegation, type Report } from "./list-filters";
import { type NamedValues, readQueryParameter } from "./list-grammar";

/** Rows that can be skipped by page number; further ones are reached by cursor, at constant cost. */
export const MAX_OFFSET = 10_000;

/** What one request asks of a list, checked and typed: whatever it holds can go into SQL. */
export interface ListQuery<D extends ListDefinition = ListDefinition> {
  list: string;
  /** What narrows the list; what it leaves out stands under the filter's name and `_not`. */
  filters: FilterValuesOf<D["filters"]>;
  sort: { name: keyof D["sorts"] & string; direction: SortDirection };
  /** What breaks the ties of `sort`, before the id does. */
  thenBy: readonly SortKey[];
  size: number;
  cursor: Cursor | null;
  /** Way to walk from the cursor; `next` without one. */
  direction: WalkDirection;
  /** From 2, if asked for by number: skip `(page - 1) * size` rows, never more than `MAX_OFFSET`. */
  page: number | null;
}

type FilterValuesOf<F extends Record<string, FilterDef>> = string extends keyof F
  ? Readonly<Record<string, FilterValue | undefined>>
  : { readonly [K in keyof F]?: FilterValueOf<F[K]["kind"] & FilterKind> } & {
      readonly [K in keyof F & string as `${K}_not`]?: NotValue;
    };

/** Query parameters as `URL` or as a Next page gives them. */
export type ParameterInput = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ListParseOptions {
  /** `lenient` drops what is wrong and says so, for pages; `strict` throws, for the API. */
  mode: "lenient" | "strict";
  /** IANA zone that bare dates are days of; UTC unless told. */
  timeZone?: string;
  /** Parameters that belong to someone else on the same page, such as `columns`. */
  ignore?: readonly string[];
  /** What relative ranges are counted from; the moment of reading unless told. */
  now?: Date;
  /** Names by which `q` may mean records: those of accounts and people that the reader sees. */
  names?: NamedValues;
}

/**
 * Reads a list's query parameters. Lenient: never throws, and every dropped parameter is one issue. Strict: throws
 * `validation_error` with the same issues; unknown and empty parameters are issues too.
 */
export function parseListParams<D extends ListDefinition>(
  definition: D,
  input: ParameterInput,
  { mode, timeZone = "UTC", ignore = [], now = new Date(), names = {} }: ListParseOptions,
): { query: ListQuery<D>; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const report: Report = (parameter, type, msg) => {
    issues.push({ loc: ["query", parameter.slice(0, 100)], msg, type });
  };
  const written = collect(definition, input, ignore, mode === "strict", report);
  const reading = { timeZone, now };
  const parameters = readQueryParameter(definition, written, { reading, names, report });
  const filters: Record<string, FilterValue> = {};
  for (const [name, filter] of Object.entries(definition.filters)) {
    const value = parseFilter(name, filter, parameters, reading, report);
    if (value) filters[name] = value;
    const negation = parseNegation(name, filter, parameters, report);
    if (negation) filters[negationOf(name)] = negation;
  }
  const [sort, ...thenBy] = parseSort(definition, parameters, report);
  const size = parseSize(definition, parameters, report);
  const cursor = parseCursor(definition, [sort, ...thenBy], parameters, report);
  const page = parsePage(size, cursor, parameters, report);
  if (mode === "strict" && issues.length > 0) throw new AppError("validation_error", undefined, { issues });
  const query: ListQuery = {
    list: definition.name,
    filters,
    sort,
    thenBy,
    size,
    cursor,
    direction: cursor?.walk ?? "next",
    page,
  };
  // The loop above gave each filter of the definition a value of its own kind, and parseSort a name of the definition.
  return { query: query as ListQuery<D>, issues };
}

function collect(
  definition: ListDefinition,
  input: ParameterInput,
  ignore: readonly string[],
  reportEmpty: boolean,
  report: Report,
): Parameters {
  const known = new Set<string>([...RESERVED_PARAMETERS, QUERY_PARAMETER]);
  const prefixes: string[] = [];
  for (const [name, filter] of Object.entries<FilterDef>(definition.filters)) {
    if (filter.kind === "metadata") {
      prefixes.push(`${name}[`);
      if (isNegatable(filter)) prefixes.push(`${negationOf(name)}[`);
    } else for (const parameter of parameterNames(name, filter)) known.add(parameter);
  }
  const parameters = new Map<string, string[]>();
  for (const [name, given] of input instanceof URLSearchParams ? input : Object.entries(input)) {
    if (given === undefined || ignore.includes(name)) continue;
    if (!known.has(name) && !prefixes.some((prefix) => name.startsWith(prefix))) {
      report(name, "unknown_parameter", "Not a parameter of this list");
      continue;
    }
    for (const text of typeof given === "string" ? [given] : given) {
      if (text.trim() !== "") parameters.set(name, [...(parameters.get(name) ?? []), text]);
      else if (reportEmpty) report(name, "empty", "Must not be empty");
    }
  }
  return parameters;
}

function one(name: string, parameters: Parameters, report: Report): string | null {
  const [text, ...more] = parameters.get(name) ?? [];
  if (more.length === 0) return text ?? null;
  report(name, "repeated", "Must be given once");
  return null;
}

function parseSort(definition: ListDefinition, parameters: Parameters, report: Report): [SortKey, ...SortKey[]] {
  const text = one("sort", parameters, report);
  if (text === null) return [definition.defaultSort];
  const keys = text.split(",").map((part): SortKey => {
    const direction = part.startsWith("-") ? "desc" : "asc";
    return { name: direction === "desc" ? part.slice(1) : part, direction };
  });
  const [first, ...others] = keys;
  const problem = first && sortProblem(definition, keys);
  if (first && !problem) return [first, ...others];
  report("sort", "enum", problem ?? "Must not be empty");
  return [definition.defaultSort];
}

function sortProblem({ sorts }: ListDefinition, keys: readonly SortKey[]): string | null {
  if (keys.some(({ name }) => !Object.hasOwn(sorts, name)))
    return `Must be one of ${Object.keys(sorts).join(", ")}; a minus sign before it turns the order round`;
  if (new Set(keys.map(({ name }) => name)).size < keys.length) return "Must name each order once";
  if (keys.length > MAX_SORTS) return `Must be ${MAX_SORTS} orders at most`;
  // Ids are unique: what follows them could never change anything.
  const early = keys.slice(0, -1).find(({ name }) => sorts[name]?.column === null);
  return early ? `Must end with ${early.name}, which leaves no ties to break` : null;
}

function parseSize(definition: ListDefinition, parameters: Parameters, report: Report): number {
  const text = one("size", parameters, report);
  if (text === null) return definition.defaultSize;
  const size = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (definition.sizes.includes(size)) return size;
  report("size", "enum", `Must be one of ${definition.sizes.join(", ")}`);
  return definition.defaultSize;
}

function parseCursor(
  definition: ListDefinition,
  keys: readonly [SortKey, ...SortKey[]],
  parameters: Parameters,
  report: Report,
): Cursor | null {
  const text = one("cursor", parameters, report);
  if (text === null) return null;
  const cursor = decodeCursor(
    text,
    definition.name,
    keys,
    keys.flatMap(({ name }) => definition.sorts[name] ?? []),
  );
  if (!cursor) report("cursor", "cursor", "Does not belong to this list in this order; start again without it");
  return cursor;
}

function parsePage(size: number, cursor: Cursor | null, parameters: Parameters, report: Report): number | null {
  const text = one("page", parameters, report);
  if (text === null) return null;
  const page = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
  if (page === null && !/^[1-9]\d*$/.test(text)) report("page", "integer", "Must be a whole number from 1");
  else if (page === null || page * size > MAX_OFFSET) {
    report("page", "range", `Must be ${Math.floor(MAX_OFFSET / size)} at most; follow the cursors to go further`);
  } else if (cursor) report("page", "conflict", "Must not be given together with cursor");
  else return page === 1 ? null : page;
  return null;
}
