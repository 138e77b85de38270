import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { type CursorKey, type ListQuery, type Page, pageOf, TOTAL_CAP } from "../list-query";
import { ShortMemory } from "../short-memory";
import { empty, join, type ReadClient, raw, type Sql, sql } from "./client";
import { all, type Conditions, columnOf, conditionsOf, type Found, type ListSource } from "./list-conditions";
import { findTexts, onlySearch } from "./list-search";
import { isAscending, offsetOf, rowsToRead } from "./list-window";

interface KeyColumns {
  listId: string;
  listKey: string | null;
}

/**
 * Answers one page of a list: filter, order, keyset and count in the database, two statements whatever the size of the
 * table, and one before them for a search within texts that other filters narrow. Where the same actor's list was too
 * long to count a moment ago, it is not counted again. The rows pass row-level security; tenant and accounts are named
 * here once more (R18).
 */
export async function listPage<T>(
  db: ReadClient,
  actor: Actor,
  source: ListSource,
  query: ListQuery,
): Promise<Page<T>> {
  const found = onlySearch(source, query) ? {} : await findTexts(db, source, query);
  const statements = listStatements(actor, source, query, found);
  const [rows, total] = await Promise.all([
    runNamed<T & KeyColumns>(db, statements.page, statements.constant),
    countRows(db, actor, statements),
  ]);
  const keyOf = (row: KeyColumns): CursorKey => ({ id: row.listId, values: keyValues(source, query, row) });
  const page = pageOf(query, rows, total, keyOf);
  // The key columns served their purpose; what is left is what `columns` selects.
  return { ...page, items: page.items.map(({ listId: _id, listKey: _key, ...item }) => item as T) };
}

// A list that is longer than anybody counts stays so for a moment: its next pages, and the next request for it, need not
// count 10,001 rows again. Known for one actor only, since policies may show each something else.
const longLists = new ShortMemory<true>({ maxAgeMs: 30_000, maxEntries: 2000 });

async function countRows(
  db: ReadClient,
  actor: Actor,
  { count, constant }: { count: Sql; constant: boolean },
): Promise<number> {
  const { requestId: _request, ipAddress: _address, userAgent: _agent, ...who } = actor;
  const name = JSON.stringify([{ ...who, permissions: null, pass: null }, count.text, count.values]);
  if (longLists.recall(name)) return TOTAL_CAP + 1;
  const [counted] = await runNamed<{ total: number }>(db, count, constant);
  const total = counted?.total ?? 0;
  if (total > TOTAL_CAP) longLists.note(name, true);
  return total;
}

/** The two statements of one page; `constant` if their texts alone decide their plans, so that these may be kept. */
export function listStatements(
  actor: Actor,
  source: ListSource,
  query: ListQuery,
  found: Found = {},
): { page: Sql; count: Sql; constant: boolean } {
  const search = onlySearch(source, query);
  if (search) {
    const { conditions, own } = conditionsOf(actor, source, { ...query, filters: {} }, false);
    const ids = sql`x.id in (select ${search(rowsToRead(query))})`;
    return {
      page: pageSql(source, query, { conditions: [...conditions, ids], own, walks: null, constant: true }),
      count: sql`select count(*)::int as total from ${search(null)}`,
      constant: true,
    };
  }
  const parts = conditionsOf(actor, source, query, true, found);
  const { conditions } = conditionsOf(actor, source, query, false, found);
  return { page: pageSql(source, query, parts), count: countSql(source, conditions), constant: parts.constant };
}

/** The rows that a list's filters hold, all of them and unordered, as SQL to total or export: `select x.* from …`. */
export function listRowsSql(actor: Actor, source: ListSource, query: ListQuery, found: Found = {}): Sql {
  const { conditions } = conditionsOf(actor, source, query, false, found);
  return sql`select x.* from ${raw(source.table)} x where ${all(conditions)}`;
}

/** Runs a statement; with a name, so that each connection keeps its plan, where the text alone decides that. */
export function runNamed<T>(db: ReadClient, query: Sql, constant: boolean): Promise<T[]> {
  // Only texts whose best plan does not depend on the values keep it: a range or prefix is planned each time.
  return db.rows<T>(
    query,
    constant ? `bh_list_${createHash("sha1").update(query.text).digest("base64url")}` : undefined,
  );
}

function pageSql(source: ListSource, query: ListQuery, parts: Conditions): Sql {
  const order = orderOf(source, query);
  const conditions = all([...parts.conditions, ...(order.after ? [order.after] : [])]);
  const offset = offsetOf(query);
  const limit = sql`limit ${raw(String(query.size + 1))} ${offset > 0 ? sql`offset ${raw(String(offset))}` : empty}`;
  const table = raw(source.table);
  const columns = source.rowColumns ? join(source.rowColumns.map(columnOf)) : raw("x.*");
  const { walks } = parts;
  const rows = !walks
    ? sql`select ${columns} from ${table} x where ${conditions} order by ${order.by} ${limit}`
    : walks.namesRows
      ? sql`select ${columns} from ${walks.from} join ${table} x on ${walks.on} where ${conditions} order by ${order.by} ${limit}`
      : // The merge needs ids only; whole rows are read for those that are left.
        sql`select ${columns} from (select x.id from ${walks.from} cross join lateral (select x.id from ${table} x
            where ${walks.on} and ${conditions} order by ${order.by} limit ${raw(String(rowsToRead(query)))}) x
          order by ${order.by} ${limit}) k join ${table} x on ${parts.own} and x.id = k.id`;
  return sql`select ${source.columns}, x.id as "listId", ${order.key} as "listKey" from (${rows}) x ${source.joins ?? empty} order by ${order.by}`;
}

function countSql(source: ListSource, conditions: Sql[]): Sql {
  return sql`select count(*)::int as total from (select from ${raw(source.table)} x where ${all(conditions)} limit ${raw(String(TOTAL_CAP + 1))}) c`;
}

interface Order {
  by: Sql;
  /** Condition that starts after the cursor's row; null on the first page. */
  after: Sql | null;
  key: Sql;
}

function orderOf(source: ListSource, query: ListQuery): Order {
  const sort = source.definition.sorts[query.sort.name];
  if (!sort) throw new Error(`${source.definition.name} has no order ${query.sort.name}`);
  const ascending = isAscending(query);
  const way = raw(ascending ? "asc" : "desc");
  const sign = raw(ascending ? ">" : "<");
  const { cursor } = query;
  if (sort.column === null)
    return { by: sql`x.id ${way}`, after: cursor && sql`x.id ${sign} ${cursor.id}::uuid`, key: sql`null` };
  const column = columnOf(sort.column);
  const order = { by: sql`${column} ${way}, x.id ${way}`, key: sql`${column}::text` };
  if (!cursor) return { ...order, after: null };
  const value = cursor.values[0] ?? null;
  const type = raw({ text: "text", number: "bigint", timestamp: "timestamptz" }[sort.type]);
  if (value === null) {
    const amongNulls = sql`(${column} is null and x.id ${sign} ${cursor.id}::uuid)`;
    return { ...order, after: ascending ? amongNulls : sql`(${amongNulls} or ${column} is not null)` };
  }
  const beyond = sql`(${column}, x.id) ${sign} (${value}::${type}, ${cursor.id}::uuid)`;
  return { ...order, after: sort.nullable && ascending ? sql`(${beyond} or ${column} is null)` : beyond };
}

function keyValues(source: ListSource, query: ListQuery, row: KeyColumns): CursorKey["values"] {
  const sort = source.definition.sorts[query.sort.name];
  if (!sort || sort.column === null) return [];
  if (row.listKey === null) return [null];
  // PostgreSQL prints a time as 2026-01-31 09:30:00.123456+00; cursors hold ISO 8601.
  if (sort.type === "timestamp") return [row.listKey.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00")];
  return [sort.type === "number" ? Number(row.listKey) : row.listKey];
}
