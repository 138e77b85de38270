import { encodeCursor, printSorts } from "./cursor";
import {
  isNegatable,
  type ListDefinition,
  MAX_SORTS,
  negationOf,
  parameterNames,
  type SortKey,
} from "./list-definition";
import { printFilter } from "./list-filters";
import type { Page } from "./list-page";
import { type ListQuery, parseListParams } from "./list-params";

/** Where a list's controls lead. Each link keeps what it does not change, and starts again at the first page. */
export interface ListLinks {
  /** Sorts by this column; if that is the order already, turns it round. */
  sort(name: string): string;
  /**
   * Breaks the ties of the present order by this column; if it does so already, turns it round. `null` where that would
   * change nothing: for the first order itself and behind order by id, and where there are enough.
   */
  addSort(name: string): string | null;
  /** Turns this column's order round, wherever it stands, and keeps the others; `null` if the list is not sorted by it. */
  turnSort(name: string): string | null;
  /** Takes this column out of the order; `null` if the list is not sorted by it, or by nothing else. */
  removeSort(name: string): string | null;
  next: string | null;
  previous: string | null;
  first: string;
  /**
   * Sets one parameter (`status`, `amount_min`, `metadata[key]`), or takes it away with `null`; `null` for a filter's
   * own name (`amount`, `metadata`) takes all of its parameters away.
   */
  filter(name: string, value: string | readonly string[] | null): string;
  /** Without any filter. */
  clear: string;
  size(n: number): string;
}

/** What a list's controls show: parameters in effect with their values, several ones apart. */
export interface ListState {
  filters: Record<string, string[]>;
  sort: SortKey;
  thenBy: readonly SortKey[];
  size: number;
}

type Change = Partial<Pick<ListQuery, "filters" | "sort" | "thenBy" | "size">>;

/**
 * The links of one list page. `basePath` may hold parameters of its own (such as `columns`), which all links keep;
 * `page` gives `next` and `previous` their cursors.
 */
export function links(
  definition: ListDefinition,
  query: ListQuery,
  basePath: string,
  page?: Pick<Page<unknown>, "nextCursor" | "previousCursor">,
): ListLinks {
  const start: ListQuery = { ...query, cursor: null, direction: "next", page: null };
  const changed = (change: Change) => listUrl(definition, { ...start, ...change }, basePath);
  const first = changed({});
  const orderUrl = ([sort, ...thenBy]: SortKey[], name: string) => {
    const isSorted = sortKeys(definition, query).some((key) => key.name === name);
    return isSorted && sort ? changed({ sort, thenBy }) : null;
  };
  const withCursor = (cursor: string | null | undefined) =>
    cursor ? `${first}${first.includes("?") ? "&" : "?"}cursor=${cursor}` : null;
  return {
    sort: (name) => changed({ sort: toggledSort(definition, query, name), thenBy: [] }),
    addSort: (name) => {
      const thenBy = addedSort(definition, query, name);
      return thenBy && changed({ thenBy });
    },
    turnSort: (name) =>
      orderUrl(
        sortKeys(definition, query).map((key) => (key.name === name ? turned(key) : key)),
        name,
      ),
    removeSort: (name) =>
      orderUrl(
        sortKeys(definition, query).filter((key) => key.name !== name),
        name,
      ),
    next: withCursor(page?.nextCursor),
    previous: withCursor(page?.previousCursor),
    first,
    filter: (name, value) => changed({ filters: changedFilters(definition, query, name, value) }),
    clear: changed({ filters: {} }),
    size: (n) => changed({ size: n }),
  };
}

/** The canonical URL of a query: defaults left out, parameters in the definition's order. */
export function listUrl(definition: ListDefinition, query: ListQuery, basePath: string): string {
  const parameters = new URLSearchParams(filterParameters(definition, query));
  const { size, page, cursor } = query;
  const sort = printSorts(sortKeys(definition, query));
  if (sort !== printSorts([definition.defaultSort])) parameters.append("sort", sort);
  if (size !== definition.defaultSize) parameters.append("size", String(size));
  if (page !== null && page > 1) parameters.append("page", String(page));
  if (cursor) parameters.append("cursor", encodeCursor(cursor));
  // These may stand in a query as they are, and a URL is read by people too.
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%40", "@");
  if (text === "") return basePath;
  return `${basePath}${basePath.includes("?") ? "&" : "?"}${text}`;
}

/** The state in plain texts, for controls that know parameters and not filters. */
export function stateOf(definition: ListDefinition, query: ListQuery): ListState {
  const filters: Record<string, string[]> = {};
  for (const [parameter, text] of filterParameters(definition, query)) {
    const value = query.filters[parameter];
    const kind = value?.kind === "not" ? value.values[0]?.kind : value?.kind;
    const texts = kind === "enum" || kind === "uuid" || kind === "account" ? text.split(",") : [text];
    filters[parameter] = [...(filters[parameter] ?? []), ...texts];
  }
  const [sort = definition.defaultSort, ...thenBy] = sortKeys(definition, query);
  return { filters, sort, thenBy, size: query.size };
}

/** All orders that have an effect: nothing breaks the ties of ids. */
export function sortKeys({ sorts }: ListDefinition, { sort, thenBy }: Pick<ListQuery, "sort" | "thenBy">): SortKey[] {
  return sorts[sort.name]?.column === null ? [sort] : [sort, ...thenBy];
}

function filterParameters(definition: ListDefinition, query: ListQuery): [string, string][] {
  return Object.entries(definition.filters).flatMap(([name, filter]) =>
    (isNegatable(filter) ? [name, negationOf(name)] : [name]).flatMap((key) => {
      const value = query.filters[key];
      return value ? printFilter(key, value) : [];
    }),
  );
}

function toggledSort(definition: ListDefinition, { sort }: ListQuery, name: string): SortKey {
  return sort.name === name ? turned(sort) : firstSort(definition, name);
}

function addedSort(definition: ListDefinition, query: ListQuery, name: string): SortKey[] | null {
  const keys = sortKeys(definition, query);
  const [, ...thenBy] = keys;
  if (query.sort.name === name) return null;
  if (thenBy.some((key) => key.name === name)) return thenBy.map((key) => (key.name === name ? turned(key) : key));
  // Ids leave no ties, so what is added stands before an order by them.
  const last = keys.at(-1);
  const endsWithIds = last !== undefined && definition.sorts[last.name]?.column === null;
  if (keys.length >= MAX_SORTS || (endsWithIds && keys.length === 1)) return null;
  const added = firstSort(definition, name);
  return endsWithIds && last ? [...thenBy.slice(0, -1), added, last] : [...thenBy, added];
}

function turned({ name, direction }: SortKey): SortKey {
  return { name, direction: direction === "asc" ? "desc" : "asc" };
}

function firstSort(definition: ListDefinition, name: string): SortKey {
  const column = definition.sorts[name];
  return { name, direction: column?.first ?? (column?.type === "text" ? "asc" : "desc") };
}

function changedFilters(
  definition: ListDefinition,
  query: ListQuery,
  name: string,
  value: string | readonly string[] | null,
): ListQuery["filters"] {
  const keys = filterKeys(definition);
  // A range has its own name as a parameter too: taken away, it takes both ends with it.
  if (value === null && keys.some(([key]) => key === name)) {
    const { [name]: _removed, ...others } = query.filters;
    return others;
  }
  // Parameters of the other filters stay as they are; those of this one are read anew together.
  const owner = keys.find(([, owns]) => owns(name))?.[0];
  if (owner === undefined) return query.filters;
  const current = query.filters[owner];
  const parameters = new URLSearchParams(
    (current ? printFilter(owner, current) : []).filter(
      ([other]) => other !== name && !isReplaced(definition, other, name),
    ),
  );
  for (const text of typeof value === "string" ? [value] : (value ?? [])) parameters.append(name, text);
  const { [owner]: changed } = parseListParams(definition, parameters, { mode: "lenient" }).query.filters;
  const { [owner]: _replaced, ...others } = query.filters;
  return changed ? { ...others, [owner]: changed } : others;
}

/** A range that moves and the ends of one that does not exclude each other. */
function isReplaced(definition: ListDefinition, present: string, set: string): boolean {
  const names = Object.entries(definition.filters).flatMap(([name, { kind }]) => (kind === "dateRange" ? [name] : []));
  return names.some(
    (name) =>
      [present, set].includes(name) && [`${name}_from`, `${name}_to`].some((end) => [present, set].includes(end)),
  );
}

/** The keys of a query's filters, and which parameters belong to each. */
function filterKeys(definition: ListDefinition): [key: string, owns: (parameter: string) => boolean][] {
  return Object.entries(definition.filters).flatMap(([name, filter]) => {
    const negation = negationOf(name);
    const owns = (parameter: string) =>
      filter.kind === "metadata"
        ? parameter.startsWith(`${name}[`)
        : parameter !== negation && parameterNames(name, filter).includes(parameter);
    const ownsNot = (parameter: string) =>
      filter.kind === "metadata" ? parameter.startsWith(`${negation}[`) : parameter === negation;
    const one: [string, typeof owns] = [name, owns];
    return isNegatable(filter) ? [one, [negation, ownsNot]] : [one];
  });
}
