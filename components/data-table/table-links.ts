import type { ListDefinition, ListLinks, ListState } from "@/lib/list-query";

export interface SortLink {
  href: string;
  /** The direction in effect; `null` if the list is sorted by something else. */
  direction: "asc" | "desc" | null;
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
}

/** Works out all links of a list page on the server. `state` is `stateOf(definition, query)`. */
export function tableLinks(
  definition: Pick<ListDefinition, "sorts" | "sizes">,
  links: ListLinks,
  state: ListState,
): TableLinks {
  const sorts = Object.keys(definition.sorts).map((name): [string, SortLink] => [
    name,
    { href: links.sort(name), direction: state.sort.name === name ? state.sort.direction : null },
  ]);
  return {
    sorts: Object.fromEntries(sorts),
    first: links.first,
    previous: links.previous,
    next: links.next,
    sizes: definition.sizes.map((size) => ({ size, href: links.size(size) })),
    clear: Object.keys(state.filters).length > 0 ? links.clear : null,
  };
}
