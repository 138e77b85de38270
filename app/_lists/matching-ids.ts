import type { MatchingIds } from "@/components/data-table/bulk-action";
import { currentSession } from "@/lib/auth/actor";
import { type ListDefinition, type ListQuery, type Page, parseListParams } from "@/lib/list-query";

/** How many rows of other pages are chosen at most: what is done to them is done while somebody waits. */
const MAX_MATCHING = 1000;

/** Reads the ids of one page of a list, and says where the next one begins. */
export type ReadPage<A> = (
  actor: A,
  parameters: URLSearchParams,
  timeZone: string,
) => Promise<{ ids: string[]; nextCursor: string | null }>;

/** How the ids of a list's pages are read. */
export function reader<A, D extends ListDefinition>(
  definition: D,
  list: (actor: A, query: ListQuery<D>) => Promise<Page<{ id: string }>>,
): ReadPage<A> {
  return async (actor, parameters, timeZone) => {
    const { query } = parseListParams(definition, parameters, { mode: "lenient", timeZone });
    const { items, nextCursor } = await list(actor, query);
    return { ids: items.map(({ id }) => id), nextCursor };
  };
}

/**
 * The ids of the rows that a list holds on all its pages, in its order; the first thousand where there are more.
 * @param query query string of the list's page
 */
export async function matchingIds<A>(read: ReadPage<A>, actor: A, query: string): Promise<MatchingIds> {
  const { person } = await currentSession();
  const parameters = new URLSearchParams(query);
  for (const name of ["page", "cursor", "columns", "view"]) parameters.delete(name);
  parameters.set("size", "100");
  const ids: string[] = [];
  for (;;) {
    const page = await read(actor, parameters, person.timeZone);
    ids.push(...page.ids);
    if (page.nextCursor === null) return { ids: ids.slice(0, MAX_MATCHING), hasMore: ids.length > MAX_MATCHING };
    if (ids.length >= MAX_MATCHING) return { ids: ids.slice(0, MAX_MATCHING), hasMore: true };
    parameters.set("cursor", page.nextCursor);
  }
}
