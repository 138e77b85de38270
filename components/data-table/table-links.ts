import { type FilterDef, isNegatable, type ListDefinition, type ListLinks, type ListState } from "@/lib/list-query";

export interface SortLink {
  href: string;
  /** Breaks the ties of the present order by this column, or turns it round there; `null` where it would change nothing. */
  addHref: string | null;
  /** Turns the column's order round and keeps the others; `null` if the list is not sorted by it. */
  turnHref: string | null;
  /** Takes the column out of the order; `null` if the list is not sorted by it, or by nothing else. */
  removeHref: string | null;
  /** The direction in effect; `null` if the list is not sorted by this. */
  direction: "asc" | "desc" | null;
  /** From 1, the column's place in the order; `null` if the list is not sorted by this. */
  position: number | null;
}

/** One filter of the list, as the language of queries knows it; its values are known to the page's fields. */
export interface LinkedFilter {
  name: string;
  kind: FilterDef["kind"];
  match?: "prefix" | "contains";
  /** Only where a filter of its kind could be negated, and this one cannot. */
  neverNegated?: true;
}

/** Where a table's controls lead, as plain data, which may cross from server to browser. */
export interface TableLinks {
  sorts: Record<string, SortLink>;
  first: string;
  previous: string | null;
  next: string | null;
  sizes: { size: number; href: string }[];
  /** The list without filters; `null` if none is set. */
  clear: string | null;
  filters: LinkedFilter[];
}

/** Works out all links of a list page on the server. `state` is `stateOf(definition, query)`. */
export function tableLinks(
  definition: Pick<ListDefinition, "sorts" | "sizes" | "filters">,
  links: ListLinks,
  state: ListState,
): TableLinks {
  const keys = [state.sort, ...state.thenBy];
  const sorts = Object.keys(definition.sorts).map((name): [string, SortLink] => {
    const index = keys.findIndex((key) => key.name === name);
    const direction = keys[index]?.direction ?? null;
    return [
      name,
      {
        href: links.sort(name),
        addHref: links.addSort(name),
        turnHref: links.turnSort(name),
        removeHref: links.removeSort(name),
        direction,
        position: index < 0 ? null : index + 1,
      },
    ];
  });
  return {
    sorts: Object.fromEntries(sorts),
    first: links.first,
    previous: links.previous,
    next: links.next,
    sizes: definition.sizes.map((size) => ({ size, href: links.size(size) })),
    clear: Object.keys(state.filters).length > 0 ? links.clear : null,
    filters: Object.entries(definition.filters).map(([name, filter]) => linkedFilter(name, filter)),
  };
}

function linkedFilter(name: string, filter: FilterDef): LinkedFilter {
  return {
    name,
    kind: filter.kind,
    ...(filter.kind === "text" && filter.match !== "exact" && { match: filter.match }),
    ...(filter.neverNegated && !isNegatable(filter) && { neverNegated: true }),
  };
}
