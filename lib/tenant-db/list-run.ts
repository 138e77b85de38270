import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { TOTAL_CAP } from "../list-query";
import { ShortMemory } from "../short-memory";
import type { ReadClient, Sql } from "./client";

/** What reads one page of a list. */
export interface ListStatements {
  /** The page's rows, and one more where there are more. */
  page: () => Sql;
  /** The same from the last weeks alone, which most pages need not leave; null where it would not help. */
  recent: (() => Sql) | null;
  /** How many rows make the page full, with the one that tells of more. */
  fullRows: number;
  count: Sql;
  /** True if the texts alone decide the plans, so that these may be kept. */
  constant: boolean;
}

// A list that is longer than anybody counts stays so for a moment: its next pages, and the next request for it, need not
// count 10,001 rows again. Known for one actor only, since policies may show each something else.
const longLists = new ShortMemory<true>({ maxAgeMs: 30_000, maxEntries: 2000 });

// Lists whose last weeks did not fill a page: those are read whole at once.
const quietLists = new ShortMemory<true>({ maxAgeMs: 600_000, maxEntries: 2000 });

/** Reads the rows of a page and how many the list has, up to one above the cap. */
export async function readAndCount<T>(db: ReadClient, actor: Actor, list: ListStatements): Promise<[T[], number]> {
  const name = nameOf(actor, list);
  const recent = quietLists.recall(name) ? null : list.recent;
  const [rows, total] = await Promise.all([
    runNamed<T>(db, (recent ?? list.page)(), list.constant),
    countRows(db, name, list),
  ]);
  if (!recent || rows.length >= Math.min(total, list.fullRows)) return [rows, total];
  quietLists.note(name, true);
  return [await runNamed<T>(db, list.page(), list.constant), total];
}

async function countRows(db: ReadClient, name: string, { count, constant }: ListStatements): Promise<number> {
  if (longLists.recall(name)) return TOTAL_CAP + 1;
  const [counted] = await runNamed<{ total: number }>(db, count, constant);
  const total = counted?.total ?? 0;
  if (total > TOTAL_CAP) longLists.note(name, true);
  return total;
}

/** Who asks for which list, however often and from wherever. */
function nameOf(actor: Actor, { count }: ListStatements): string {
  const { requestId: _request, ipAddress: _address, userAgent: _agent, ...who } = actor;
  return JSON.stringify([{ ...who, permissions: null, pass: null }, count.text, count.values]);
}

/** Runs a statement; with a name, so that each connection keeps its plan, where the text alone decides that. */
export function runNamed<T>(db: ReadClient, query: Sql, constant: boolean): Promise<T[]> {
  // Only texts whose best plan does not depend on the values keep it: a range or prefix is planned each time.
  return db.rows<T>(query, constant ? planName(query.text) : undefined);
}

// Texts are few, and to hash one takes longer than to look it up.
const planNames = new Map<string, string>();
const MAX_PLAN_NAMES = 1000;

function planName(text: string): string {
  const known = planNames.get(text);
  if (known) return known;
  const name = `bh_list_${createHash("sha1").update(text).digest("base64url")}`;
  if (planNames.size >= MAX_PLAN_NAMES) planNames.clear();
  planNames.set(text, name);
  return name;
}
