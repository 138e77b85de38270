import type { SortDef, SortKey } from "./list-definition";
import { isUuid, textProblem } from "./text";
import { parseDateTime } from "./time";

const VERSION = 1;
/** Leaves room for a sorted text of 200 characters, and refuses what no list has ever given out. */
export const MAX_CURSOR_LENGTH = 4_096;

/** Where a row stands in a list's order: the values of the sorted columns (none for order by id), then the id. */
export interface CursorKey {
  values: readonly (string | number | null)[];
  id: string;
}

export type WalkDirection = "next" | "previous";

/** A place in one list in one order, and the way to walk from it. */
export interface Cursor extends CursorKey {
  list: string;
  sort: SortKey;
  /** The orders that break its ties. */
  thenBy?: readonly SortKey[];
  walk: WalkDirection;
}

/** The cursor as an opaque text for URLs and JSON. */
export function encodeCursor(cursor: Cursor): string {
  const { list, sort, thenBy = [], walk, values, id } = cursor;
  const parts = [VERSION, list, sort.name, sort.direction, walk, values, id];
  const bytes = new TextEncoder().encode(JSON.stringify(thenBy.length > 0 ? [...parts, printSorts(thenBy)] : parts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** `-amount,created`: orders as they stand in addresses. */
export function printSorts(keys: readonly SortKey[]): string {
  return keys.map(({ name, direction }) => `${direction === "desc" ? "-" : ""}${name}`).join(",");
}

/**
 * Reads a cursor given out for this list in this order; `null` for anything else, however it is broken. What comes back
 * is fit for SQL: the values are of their columns' types and the id is a UUID. `definitions` are those of the orders.
 */
export function decodeCursor(
  text: string,
  list: string,
  [sort, ...thenBy]: readonly [SortKey, ...SortKey[]],
  definitions: readonly SortDef[],
): Cursor | null {
  const parts = decodeParts(text);
  if (parts?.length !== (thenBy.length > 0 ? 8 : 7)) return null;
  const [version, ofList, sortName, direction, walk, values, id, rest] = parts;
  if (version !== VERSION || ofList !== list || sortName !== sort.name || direction !== sort.direction) return null;
  if (walk !== "next" && walk !== "previous") return null;
  if (typeof id !== "string" || !isUuid(id)) return null;
  if (thenBy.length > 0 && rest !== printSorts(thenBy)) return null;
  const columns = definitions.filter(({ column }) => column !== null);
  if (!Array.isArray(values) || values.length !== columns.length) return null;
  if (!columns.every((column, index) => isKeyValue(values[index], column))) return null;
  return { list, sort, ...(thenBy.length > 0 && { thenBy }), walk, values, id };
}

function decodeParts(text: string): unknown[] | null {
  if (text.length > MAX_CURSOR_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

function isKeyValue(value: unknown, definition: SortDef): value is string | number | null {
  if (value === null) return definition.nullable;
  if (definition.type === "number") return Number.isSafeInteger(value);
  if (typeof value !== "string") return false;
  return definition.type === "timestamp"
    ? parseDateTime(value) !== null
    : textProblem(value, { multiline: true }) === null;
}
