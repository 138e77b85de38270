import { type TableLinks, tableLinks } from "@/components/data-table/table-links";
import { COLUMNS_PARAMETER } from "@/lib/columns-parameter";
import type { FieldIssue } from "@/lib/errors";
import type { SearchParams } from "@/lib/http/page";
import { type ListDefinition, type ListQuery, links, type Page, parseListParams, stateOf } from "@/lib/list-query";

/** Reads a list page's URL. What is wrong in it is left out and reported, never an error. Days are the person's. */
export function readList<D extends ListDefinition>(
  definition: D,
  searchParams: SearchParams,
  person: { timeZone: string },
): { query: ListQuery<D>; issues: FieldIssue[] } {
  return parseListParams(definition, searchParams, {
    mode: "lenient",
    timeZone: person.timeZone,
    ignore: [COLUMNS_PARAMETER],
  });
}

/** Where the controls of a list's page lead. `path` is the page's own; `given` names filters that it sets itself, and nobody can clear. */
export function linksOf(
  definition: ListDefinition,
  query: ListQuery,
  path: string,
  page: Pick<Page<unknown>, "nextCursor" | "previousCursor">,
  given: readonly string[] = [],
): TableLinks {
  const state = stateOf(definition, query);
  const filters = Object.fromEntries(Object.entries(state.filters).filter(([name]) => !given.includes(name)));
  return tableLinks(definition, links(definition, query, path, page), { ...state, filters });
}
