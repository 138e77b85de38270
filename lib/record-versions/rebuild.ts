import type { AuditValues } from "../audit-values";
import type { LoggedChange, Surroundings } from "../record-changes";
import type { RecordVersion } from "./schema";

type Rebuilt = Omit<RecordVersion, "table" | "id" | "at">;

/** When a change was written: its id, a version 7 UUID, begins with the millisecond. ISO 8601. */
export function momentOf(id: string): string {
  return new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toISOString();
}

/**
 * The record at a moment: what the last change before left, or what the first one after found.
 * @param accountColumn names the account that the record belongs to, by which reach is decided; null: none
 * @param reach accounts whose records may be seen; null: all
 * @returns null for a record that is not there to see, today or deleted
 */
export function rebuild(
  at: string,
  { before, after, first, last, current }: Surroundings,
  accountColumn: string | null,
  reach: ReadonlySet<string> | null,
): Rebuilt | null {
  if (current === null && last?.action !== "delete") return null;
  const [previous, next] = [lastOf(before), firstOf(after)];
  const knownFrom = knownFromOf(first, current);
  const found = previous ? previous.new_values : next ? next.old_values : current;
  const rebuilt: Rebuilt = {
    state: "there",
    values: found,
    valid_from: previous ? momentOf(previous.id) : null,
    valid_until: next ? momentOf(next.id) : null,
    known_from: knownFrom,
    operation: previous?.operation ?? null,
    actor_kind: previous?.actor_kind ?? null,
    actor_label: previous?.actor_label ?? null,
  };
  if (previous?.action === "delete") return { ...rebuilt, state: "deleted", values: null };
  if (!previous && next?.action === "insert") return { ...rebuilt, state: "not_yet", values: null };
  const unknown: Rebuilt = { ...rebuilt, state: "unknown", values: null, valid_from: null, valid_until: null };
  if (!previous && knownFrom !== null && Date.parse(at) < Date.parse(knownFrom))
    return isBefore(at, found?.created_at) ? { ...unknown, state: "not_yet" } : unknown;
  if (accountColumn === null) return rebuilt;
  // Changes under another account are hidden from whoever does not reach it: then what lies between is not known.
  const account = found?.[accountColumn] ?? null;
  const expected = next ? next.old_values : current;
  if (expected && (expected[accountColumn] ?? null) !== account) return unknown;
  return reach && !(typeof account === "string" && reach.has(account)) ? unknown : rebuilt;
}

/** From when on the log can tell of a record; null: from its beginning. */
function knownFromOf(first: LoggedChange | null, current: AuditValues): string | null {
  if (first?.action === "insert") return null;
  const oldest = first ? first.old_values : current;
  return typeof oldest?.updated_at === "string" ? new Date(oldest.updated_at).toISOString() : null;
}

function isBefore(at: string, time: unknown): boolean {
  return typeof time === "string" && Date.parse(at) < Date.parse(time);
}

/** Of several changes in one millisecond the order of their ids says nothing: each one begins where another ended. */
function lastOf(newestFirst: readonly LoggedChange[]): LoggedChange | null {
  const group = sameMillisecond(newestFirst);
  return group.find((one) => !group.some((other) => other !== one && follows(other, one))) ?? group[0] ?? null;
}

function firstOf(oldestFirst: readonly LoggedChange[]): LoggedChange | null {
  const group = sameMillisecond(oldestFirst);
  return group.find((one) => !group.some((other) => other !== one && follows(one, other))) ?? group[0] ?? null;
}

function sameMillisecond(changes: readonly LoggedChange[]): LoggedChange[] {
  const [nearest] = changes;
  return nearest ? changes.filter(({ id }) => id.slice(0, 13) === nearest.id.slice(0, 13)) : [];
}

function follows(later: LoggedChange, earlier: LoggedChange): boolean {
  // Both are printed by the database, which orders an object's keys.
  return JSON.stringify(later.old_values) === JSON.stringify(earlier.new_values);
}
