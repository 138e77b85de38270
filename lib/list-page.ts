import { type CursorKey, encodeCursor, type WalkDirection } from "./cursor";
import type { ListQuery } from "./list-params";

/** Rows are counted up to here; beyond, a total says that it is capped. SQL counts to one more (`limit 10001`). */
export const TOTAL_CAP = 10_000;

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Exact, or `TOTAL_CAP` where `totalIsCapped`. */
  total: number;
  totalIsCapped: boolean;
  size: number;
  /** From 1; `null` where the page was reached by cursor and its number is unknown. */
  page: number | null;
  pages: number;
  nextCursor: string | null;
  previousCursor: string | null;
}

/** A page as the API writes it (R4). */
export interface ApiPage<T> {
  items: T[];
  total: number;
  total_is_capped: boolean;
  page: number | null;
  size: number;
  pages: number;
  next_cursor: string | null;
  previous_cursor: string | null;
}

/**
 * Makes a page of the rows that SQL found for `query`: `size + 1` of them at most, in the order of the walk (nearest the
 * cursor first, so in reverse order when walking back). `total` was counted up to `TOTAL_CAP + 1`.
 */
export function pageOf<T>(
  query: Pick<ListQuery, "list" | "sort" | "thenBy" | "size" | "cursor" | "direction" | "page">,
  rows: readonly T[],
  total: number,
  keyOf: (row: T) => CursorKey,
): Page<T> {
  const { list, sort, thenBy, size, cursor, direction } = query;
  const items = rows.slice(0, size);
  const hasMore = rows.length > size;
  if (direction === "previous") items.reverse();
  const cursorAt = (row: T | undefined, walk: WalkDirection): string | null => {
    if (row === undefined) return null;
    const { values, id } = keyOf(row);
    return encodeCursor({ list, sort, thenBy, walk, values, id });
  };
  const hasNext = direction === "previous" || hasMore;
  const hasPrevious = direction === "previous" ? hasMore : cursor !== null || (query.page ?? 1) > 1;
  const capped = Math.min(total, TOTAL_CAP);
  return {
    items,
    total: capped,
    totalIsCapped: total > TOTAL_CAP,
    size,
    page: cursor ? null : (query.page ?? 1),
    pages: Math.ceil(capped / size),
    nextCursor: hasNext ? cursorAt(items.at(-1), "next") : null,
    previousCursor: hasPrevious ? cursorAt(items[0], "previous") : null,
  };
}

/** The page in the API's names, each item through `toItem`. */
export function toApiPage<T, R>(page: Page<T>, toItem: (item: T) => R): ApiPage<R> {
  return {
    items: page.items.map((item) => toItem(item)),
    total: page.total,
    total_is_capped: page.totalIsCapped,
    page: page.page,
    size: page.size,
    pages: page.pages,
    next_cursor: page.nextCursor,
    previous_cursor: page.previousCursor,
  };
}
