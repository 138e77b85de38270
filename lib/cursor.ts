import type { SortDef, SortDirection } from "./list-definition";
import { isUuid, textProblem } from "./text";
import { parseDateTime } from "./time";

const VERSION = 1;
/** Leaves room for a sorted text of 200 characters, and refuses what no list has ever given out. */
export const MAX_CURSOR_LENGTH = 4_096;

/** Where a row stands in a list's order: the value of the sorted column (none for order by id), then the id. */
export interface CursorKey {
  values: readonly (string | number | null)[];
  id: string;
}

export type WalkDirection = "next" | "previous";

/** A place in one list in one order, and the way to walk from it. */
export interface Cursor extends CursorKey {
  list: string;
  sort: { name: string; direction: SortDirection };
  walk: WalkDirection;
}

/** The cursor as an opaque text for URLs and JSON. */
export function encodeCursor(cursor: Cursor): string {
  const { list, sort, walk, values, id } = cursor;
  const bytes = new TextEncoder().encode(JSON.stringify([VERSION, list, sort.name, sort.direction, walk, values, id]));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Reads a cursor given out for this list in this order; `null` for anything else, however it is broken. What comes back
 * is fit for SQL: the value is of the column's type and the id is a UUID.
 */
export function decodeCursor(
  text: string,
  list: string,
  sort: { name: string; direction: SortDirection },
  definition: SortDef,
): Cursor | null {
  const parts = decodeParts(text);
  if (parts?.length !== 7) return null;
  const [version, ofList, sortName, direction, walk, values, id] = parts;
  if (version !== VERSION || ofList !== list || sortName !== sort.name || direction !== sort.direction) return null;
  if (walk !== "next" && walk !== "previous") return null;
  if (typeof id !== "string" || !isUuid(id)) return null;
  if (!Array.isArray(values) || values.length !== (definition.column === null ? 0 : 1)) return null;
  if (!values.every((value: unknown) => isKeyValue(value, definition))) return null;
  return { list, sort, walk, values, id };
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
