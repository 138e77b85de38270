import { encodeCursor } from "./cursor";
import { type ListDefinition, parameterNames, type SortDirection } from "./list-definition";
import { printFilter } from "./list-filters";
import type { Page } from "./list-page";
import { type ListQuery, parseListParams } from "./list-params";

/** Where a list's controls lead. Each link keeps what it does not change, and starts again at the first page. */
export interface ListLinks {
  /** Sorts by this column; if that is the order already, turns it round. */
  sort(name: string): string;
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
  sort: { name: string; direction: SortDirection };
  size: number;
}

type Change = Partial<Pick<ListQuery, "filters" | "sort" | "size">>;

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
  const withCursor = (cursor: string | null | undefined) =>
    cursor ? `${first}${first.includes("?") ? "&" : "?"}cursor=${cursor}` : null;
  return {
    sort: (name) => changed({ sort: toggledSort(definition, query, name) }),
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
  const { sort, size, page, cursor } = query;
  const isDefaultSort =
    sort.name === definition.defaultSort.name && sort.direction === definition.defaultSort.direction;
  if (!isDefaultSort) parameters.append("sort", `${sort.direction === "desc" ? "-" : ""}${sort.name}`);
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
    const kind = query.filters[parameter]?.kind;
    const texts = kind === "enum" || kind === "uuid" ? text.split(",") : [text];
    filters[parameter] = [...(filters[parameter] ?? []), ...texts];
  }
  return { filters, sort: query.sort, size: query.size };
}

function filterParameters(definition: ListDefinition, query: ListQuery): [string, string][] {
  return Object.keys(definition.filters).flatMap((name) => {
    const value = query.filters[name];
    return value ? printFilter(name, value) : [];
  });
}

function toggledSort(definition: ListDefinition, { sort }: ListQuery, name: string): ListQuery["sort"] {
  if (sort.name === name) return { name, direction: sort.direction === "asc" ? "desc" : "asc" };
  const column = definition.sorts[name];
  return { name, direction: column?.first ?? (column?.type === "text" ? "asc" : "desc") };
}

function changedFilters(
  definition: ListDefinition,
  query: ListQuery,
  name: string,
  value: string | readonly string[] | null,
): ListQuery["filters"] {
  const filter = Object.hasOwn(definition.filters, name) ? definition.filters[name] : undefined;
  if (filter && value === null) {
    const { [name]: _removed, ...others } = query.filters;
    return others;
  }
  // Parameters of the other filters stay as they are; those of this one are read anew together.
  const owner = Object.entries(definition.filters).find(([own, one]) =>
    one.kind === "metadata" ? name.startsWith(`${own}[`) : parameterNames(own, one).includes(name),
  )?.[0];
  if (owner === undefined) return query.filters;
  const current = query.filters[owner];
  const parameters = new URLSearchParams(
    (current ? printFilter(owner, current) : []).filter(([other]) => other !== name),
  );
  for (const text of typeof value === "string" ? [value] : (value ?? [])) parameters.append(name, text);
  const { [owner]: changed } = parseListParams(definition, parameters, { mode: "lenient" }).query.filters;
  const { [owner]: _replaced, ...others } = query.filters;
  return changed ? { ...others, [owner]: changed } : others;
}
