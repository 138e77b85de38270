import { createHash } from "node:crypto";
import type { TenantActor } from "../actor";
import {
  type CursorKey,
  type FilterValue,
  type ListDefinition,
  type ListQuery,
  type Page,
  pageOf,
  TOTAL_CAP,
} from "../list-query";
import { empty, join, type ReadClient, raw, type Sql, sql } from "./client";

/** How a list definition meets its table. */
export interface ListSource {
  definition: ListDefinition;
  /** Table of the rows; called `x` in all fragments. */
  table: string;
  /** Columns of the table that `columns`, filters and orders use, where the role may not read them all; default all. */
  rowColumns?: readonly string[];
  /** Columns to answer with, from `x` and `joins`. */
  columns: Sql;
  /** Joins of the page's rows only (never of rows that are skipped or counted). */
  joins?: Sql;
  /** Column that names the account, for the restriction to chosen accounts; null if rows have none. */
  accountColumn: "account_id" | "id" | null;
  /** Condition on all rows of this list. */
  where?: Sql;
  /** SQL of filters that are more than a comparison with their column. */
  conditions?: Readonly<Record<string, (value: FilterValue) => Sql | null>>;
}

interface KeyColumns {
  listId: string;
  listKey: string | null;
}

/** Up to this many index walks are merged for one page; more, and one walk with a filter is the better plan. */
const MAX_WALKS = 200;

/**
 * Answers one page of a list: filter, order, keyset and count in the database, two statements whatever the size of the
 * table. The rows pass row-level security; tenant and accounts are named here once more (R18).
 */
export async function listPage<T>(
  db: ReadClient,
  actor: TenantActor,
  source: ListSource,
  query: ListQuery,
): Promise<Page<T>> {
  const statements = listStatements(actor, source, query);
  const [rows, [counted]] = await Promise.all([
    runNamed<T & KeyColumns>(db, statements.page, statements.constant),
    runNamed<{ total: number }>(db, statements.count, statements.constant),
  ]);
  const keyOf = (row: KeyColumns): CursorKey => ({ id: row.listId, values: keyValues(source, query, row) });
  const page = pageOf(query, rows, counted?.total ?? 0, keyOf);
  // The key columns served their purpose; what is left is what `columns` selects.
  return { ...page, items: page.items.map(({ listId: _id, listKey: _key, ...item }) => item as T) };
}

/** The two statements of one page; `constant` if their texts alone decide their plans, so that these may be kept. */
export function listStatements(
  actor: TenantActor,
  source: ListSource,
  query: ListQuery,
): { page: Sql; count: Sql; constant: boolean } {
  const parts = conditionsOf(actor, source, query);
  return { page: pageSql(source, query, parts), count: countSql(source, parts), constant: parts.constant };
}

/** The rows that a list's filters hold, all of them and unordered, as SQL to total or export: `select x.* from …`. */
export function listRowsSql(actor: TenantActor, source: ListSource, query: ListQuery): Sql {
  const { conditions, walks } = conditionsOf(actor, source, query);
  const table = raw(source.table);
  const from = walks ? sql`${walks.from} join ${table} x on ${walks.on}` : sql`${table} x`;
  return sql`select x.* from ${from} where ${join(conditions, " and ")}`;
}

function runNamed<T>(db: ReadClient, query: Sql, constant: boolean): Promise<T[]> {
  // Only texts whose best plan does not depend on the values keep it: a range or prefix is planned each time.
  return db.rows<T>(
    query,
    constant ? `bh_list_${createHash("sha1").update(query.text).digest("base64url")}` : undefined,
  );
}

interface Parts {
  /** All conditions but those of the walks. */
  conditions: Sql[];
  /** Rows that drive one index walk each, as a FROM item called `w`, with the condition that ties `x` to it. */
  walks: { from: Sql; on: Sql } | null;
  /** True if the SQL text alone decides the plan. */
  constant: boolean;
}

function conditionsOf(actor: TenantActor, source: ListSource, query: ListQuery): Parts {
  const parts: Parts = { conditions: [sql`x.tenant_id = ${actor.tenantId}::uuid`], walks: null, constant: true };
  if (source.where) parts.conditions.push(source.where);
  restrictToAccounts(actor, source, query, parts);
  for (const [name, value] of Object.entries<FilterValue | undefined>(query.filters)) {
    if (!value) continue;
    const own = source.conditions?.[name];
    const condition = own ? own(value) : filterSql(actor, source, name, value, query, parts);
    if (condition) parts.conditions.push(condition);
    if (
      ["amountRange", "dateRange", "metadata"].includes(value.kind) ||
      (value.kind === "text" && value.match === "prefix")
    )
      parts.constant = false;
  }
  return parts;
}

function restrictToAccounts(actor: TenantActor, source: ListSource, query: ListQuery, parts: Parts): void {
  const { accountIds } = actor;
  if (!accountIds || !source.accountColumn) return;
  const column = columnOf(source.accountColumn);
  const hasBranch = Object.values(query.filters).some((value) => value?.kind === "account");
  const walk = walksHelp(source, query) && accountIds.length <= MAX_WALKS && source.accountColumn === "account_id";
  if (walk && !hasBranch)
    parts.walks = { from: sql`unnest(${accountIds}::uuid[]) as w (value)`, on: sql`${column} = w.value` };
  else parts.conditions.push(sql`${column} = any (${accountIds}::uuid[])`);
}

// Merging walks keeps the order only where each walk's index ends with the id.
function walksHelp(source: ListSource, query: ListQuery): boolean {
  return source.definition.sorts[query.sort.name]?.column === null;
}

function filterSql(
  actor: TenantActor,
  source: ListSource,
  name: string,
  value: FilterValue,
  query: ListQuery,
  parts: Parts,
): Sql | null {
  const filter = source.definition.filters[name];
  if (!filter) return null;
  const column = columnOf(filter.column);
  switch (value.kind) {
    case "enum": {
      const [only, ...more] = value.values;
      if (more.length === 0) return sql`${column} = ${only}`;
      if (parts.walks || !walksHelp(source, query)) return sql`${column} = any (${value.values}::text[])`;
      parts.walks = { from: sql`unnest(${value.values}::text[]) as w (value)`, on: sql`${column} = w.value` };
      return null;
    }
    case "uuid":
      return sql`${column} = any (${value.values}::uuid[])`;
    case "text":
      // The last code point sorts after every continuation of the prefix in the C collation.
      return value.match === "exact"
        ? sql`${column} = ${value.text}`
        : sql`${column} >= ${value.text} and ${column} < ${`${value.text}\u{10ffff}`}`;
    case "amountRange":
      return both(
        value.min,
        value.max,
        (min) => sql`${column} >= ${min}::bigint`,
        (max) => sql`${column} <= ${max}::bigint`,
      );
    case "dateRange":
      return both(
        value.from,
        value.to,
        (from) => timeFrom(column, from),
        (to) => timeTo(column, to),
      );
    case "boolean":
      return sql`${column} = ${value.value}`;
    case "metadata":
      return join(
        value.conditions.map((condition) => metadataSql(source, condition)),
        " and ",
      );
    case "account":
      return branchSql(actor, column, value.accountId, source, query, parts);
  }
}

function both<T>(low: T | null, high: T | null, lowSql: (value: T) => Sql, highSql: (value: T) => Sql): Sql {
  return join([...(low === null ? [] : [lowSql(low)]), ...(high === null ? [] : [highSql(high)])], " and ");
}

// Ids are UUIDv7, made at most a transaction's length away from created_at: they narrow the index range that the exact
// comparison then cuts.
const timeFrom = (column: Sql, from: string) =>
  sql`x.id >= app.uuid_v7_floor(${from}::timestamptz - interval '1 minute') and ${column} >= ${from}::timestamptz`;
const timeTo = (column: Sql, to: string) =>
  sql`x.id < app.uuid_v7_floor(${to}::timestamptz + interval '1 minute') and ${column} < ${to}::timestamptz`;

function metadataSql(source: ListSource, condition: { path: string; jsonTexts: readonly string[] | null }): Sql {
  return sql`exists (select 1 from metadata_entries m where m.tenant_id = x.tenant_id and m.resource = ${source.table}
    and m.path = ${condition.path} and m.value = any (${condition.jsonTexts ?? [""]}::text[]) and m.record_id = x.id)`;
}

function branchSql(
  actor: TenantActor,
  column: Sql,
  accountId: string,
  source: ListSource,
  query: ListQuery,
  parts: Parts,
): Sql | null {
  const branch = sql`select a.id as value from accounts r join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
    where r.tenant_id = ${actor.tenantId}::uuid and r.id = ${accountId}::uuid`;
  if (parts.walks || !walksHelp(source, query) || source.accountColumn !== "account_id")
    return sql`${column} in (${branch})`;
  parts.walks = { from: sql`(${branch}) w`, on: sql`${column} = w.value` };
  return null;
}

function pageSql(source: ListSource, query: ListQuery, parts: Parts): Sql {
  const order = orderOf(source, query);
  const conditions = [...parts.conditions, ...(order.after ? [order.after] : [])];
  const limit = raw(String(query.size + 1));
  const offset = query.page && query.page > 1 ? (query.page - 1) * query.size : 0;
  const walkLimit = raw(String(offset + query.size + 1));
  const skip = offset > 0 ? sql`offset ${raw(String(offset))}` : empty;
  const table = raw(source.table);
  const columns = source.rowColumns ? join(source.rowColumns.map(columnOf)) : raw("x.*");
  const rows = parts.walks
    ? sql`select x.* from ${parts.walks.from} cross join lateral (select ${columns} from ${table} x
        where ${parts.walks.on} and ${join(conditions, " and ")} order by ${order.by} limit ${walkLimit}) x order by ${order.by} limit ${limit} ${skip}`
    : sql`select ${columns} from ${table} x where ${join(conditions, " and ")} order by ${order.by} limit ${limit} ${skip}`;
  return sql`select ${source.columns}, x.id as "listId", ${order.key} as "listKey" from (${rows}) x ${source.joins ?? empty} order by ${order.by}`;
}

function countSql(source: ListSource, parts: Parts): Sql {
  const table = raw(source.table);
  const from = parts.walks ? sql`${parts.walks.from} join ${table} x on ${parts.walks.on}` : sql`${table} x`;
  return sql`select count(*)::int as total from (select from ${from} where ${join(parts.conditions, " and ")} limit ${raw(String(TOTAL_CAP + 1))}) c`;
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
  // Walking back is walking forth in the opposite order; nulls then change ends by themselves.
  const ascending = (query.sort.direction === "asc") === (query.direction === "next");
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

function columnOf(name: string): Sql {
  // Names come from list definitions in the source, never from a request.
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is not a column`);
  return raw(`x.${name}`);
}
