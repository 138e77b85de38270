import { type FilterValue, type ListQuery, TOTAL_CAP } from "../list-query";
import { type ReadClient, type Sql, sql } from "./client";
import type { Found, ListSource } from "./list-conditions";
import { isAscending } from "./list-window";

/** More ids than these are not named one by one: then so many rows match that reading their texts is the better way. */
const MAX_FOUND = 10_000;

type Needle = Extract<FilterValue, { kind: "text" }>;

function searches(source: ListSource, query: ListQuery): [name: string, value: Needle][] {
  if (!source.search) return [];
  return Object.entries<FilterValue | undefined>(query.filters).flatMap(([name, value]) =>
    value?.kind === "text" && value.match === "contains" ? [[name, value]] : [],
  );
}

/**
 * For a list by id whose only filter searches within a text: the function that makes the search, for so many ids of the
 * page, or with null for the count. Then the database finds a page's ids in order, however many there are.
 */
export function onlySearch(source: ListSource, query: ListQuery): ((maxRows: number | null) => Sql) | null {
  const [one, ...more] = searches(source, query);
  const { search } = source;
  const filterCount = Object.values(query.filters).filter((value) => value !== undefined).length;
  if (!search || !one || more.length > 0 || filterCount > 1 || source.where) return null;
  if (source.definition.sorts[query.sort.name]?.column !== null) return null;
  const [name, { text: needle }] = one;
  const ascending = isAscending(query);
  return (maxRows) =>
    maxRows === null
      ? search(name, { needle, beyond: null, ascending: null, maxRows: TOTAL_CAP + 1 })
      : search(name, { needle, beyond: query.cursor?.id ?? null, ascending, maxRows });
}

/** Makes the searches of a query whose ids other filters narrow, or that are totalled: one statement each. */
export async function findTexts(db: ReadClient, source: ListSource, query: ListQuery): Promise<Found> {
  const { search } = source;
  if (!search) return {};
  const found = await Promise.all(
    searches(source, query).map(async ([name, { text: needle }]) => {
      const call = search(name, { needle, beyond: null, ascending: null, maxRows: MAX_FOUND + 1 });
      const [row] = await db.rows<{ ids: string[] }>(sql`select array(select ${call})::text[] as ids`);
      return [name, row && row.ids.length <= MAX_FOUND ? row.ids : null] as const;
    }),
  );
  return Object.fromEntries(found);
}
