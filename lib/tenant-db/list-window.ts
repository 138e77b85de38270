import type { ListQuery } from "../list-query";

/** Rows that a page by number leaves out. */
export function offsetOf({ page, size }: ListQuery): number {
  return page && page > 1 ? (page - 1) * size : 0;
}

/** Rows that a page needs in its order: those left out, its own, and one that tells whether there are more. */
export function rowsToRead(query: ListQuery): number {
  return offsetOf(query) + query.size + 1;
}

/** Walking back is walking forth in the opposite order; nulls then change ends by themselves. */
export function isAscending({ sort, direction }: ListQuery): boolean {
  return (sort.direction === "asc") === (direction === "next");
}

/**
 * The smallest UUID that a version 7 value of that moment can be, as `app.uuid_v7_floor()` makes it: its first 48 bits
 * are the milliseconds since 1970 (RFC 9562).
 */
export function uuidV7Floor(atMs: number): string {
  const hex = atMs.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
