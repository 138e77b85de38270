import type { Actor } from "../actor";
import { type CursorKey, type ListQuery, type Page, pageOf, type SortDef, sortKeys, TOTAL_CAP } from "../list-query";
import { empty, join, type ReadClient, raw, type Sql, sql } from "./client";
import { all, type Conditions, columnOf, conditionsOf, type Found, type ListSource } from "./list-conditions";
import { type ListStatements, readAndCount } from "./list-run";
import { findTexts, onlySearch } from "./list-search";
import { isAscending, offsetOf, rowsToRead, uuidV7Floor } from "./list-window";

interface KeyColumns {
  listId: string;
  /** The sorted column as text, or several of them. */
  listKey: string | null | (string | null)[];
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
  const [rows, total] = await readAndCount<T & KeyColumns>(db, actor, statements);
  const keyOf = (row: KeyColumns): CursorKey => ({ id: row.listId, values: keyValues(source, query, row) });
  const page = pageOf(query, rows, total, keyOf);
  return { ...page, items: page.items.map((row) => withoutKeys<T>(row)) };
}

/**
 * The key columns served their purpose; what is left is what `columns` selects. They are the row's last, and taken from
 * its end they cost a fifth of a copy.
 */
function withoutKeys<T>(row: T & Partial<KeyColumns>): T {
  delete row.listKey;
  delete row.listId;
  return row;
}

/** The statements of one page. */
export function listStatements(actor: Actor, source: ListSource, query: ListQuery, found: Found = {}): ListStatements {
  const search = onlySearch(source, query);
  if (search) {
    const { conditions, own } = conditionsOf(actor, source, { ...query, filters: {} }, false);
    const ids = sql`x.id in (select ${search(rowsToRead(query))})`;
    return {
      page: () => pageSql(source, query, { conditions: [...conditions, ids], own, walks: null, constant: true }),
      recent: null,
      fullRows: query.size + 1,
      count: sql`select count(*)::int as total from ${search(null)}`,
      constant: true,
    };
  }
  const parts = conditionsOf(actor, source, query, true, found);
  const { conditions } = conditionsOf(actor, source, query, false, found);
  return {
    page: () => pageSql(source, query, parts),
    recent: recentSql(source, query, parts),
    fullRows: query.size + 1,
    count: countSql(source, conditions),
    constant: parts.constant,
  };
}

/** The rows that a list's filters hold, all of them and unordered, as SQL to total or export: `select x.* from …`. */
export function listRowsSql(actor: Actor, source: ListSource, query: ListQuery, found: Found = {}): Sql {
  return sql`select x.* from ${raw(source.table)} x where ${listConditionsSql(actor, source, query, found)}`;
}

/** What a list asks of its rows, which are called `x`, as one condition: for rows that other SQL puts together. */
export function listConditionsSql(actor: Actor, source: ListSource, query: ListQuery, found: Found = {}): Sql {
  return all(conditionsOf(actor, source, query, false, found).conditions);
}

/** Five weeks: this month and the one before, or two. */
const RECENT_MS = 35 * 86_400_000;

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

/**
 * The first page from the rows of the last weeks alone: a statement opens each partition that it does not exclude, and
 * a bound as a parameter excludes them before they are opened. Null where the page is not that of the newest rows of all.
 */
function recentSql(source: ListSource, query: ListQuery, parts: Conditions): (() => Sql) | null {
  const isNewest = !query.cursor && offsetOf(query) === 0 && !isAscending(query);
  const isWhole = Object.values(query.filters).every((value) => value === undefined) && parts.walks === null;
  if (!source.hasMonths || !isNewest || !isWhole) return null;
  return () => {
    const since = sql`x.id >= ${uuidV7Floor(Date.now() - RECENT_MS)}::uuid`;
    return pageSql(source, query, { ...parts, conditions: [...parts.conditions, since] });
  };
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

interface OrderColumn {
  column: Sql;
  sort: SortDef;
  isAscending: boolean;
}

/** The columns of an order, and the way of the ids that break its last ties. */
function orderColumns(source: ListSource, query: ListQuery): { columns: OrderColumn[]; idsAscend: boolean } {
  const isBack = query.direction === "previous";
  const keys = sortKeys(source.definition, query);
  const columns = keys.flatMap(({ name, direction }) => {
    const sort = source.definition.sorts[name];
    if (!sort) throw new Error(`${source.definition.name} has no order ${name}`);
    const isAscending = (direction === "asc") !== isBack;
    return sort.column === null ? [] : [{ column: columnOf(sort.column), sort, isAscending }];
  });
  return { columns, idsAscend: (keys.at(-1)?.direction === "asc") !== isBack };
}

function orderOf(source: ListSource, query: ListQuery): Order {
  const { columns, idsAscend } = orderColumns(source, query);
  const way = (ascends: boolean) => raw(ascends ? "asc" : "desc");
  const by = join([
    ...columns.map(({ column, isAscending }) => sql`${column} ${way(isAscending)}`),
    sql`x.id ${way(idsAscend)}`,
  ]);
  const { cursor } = query;
  return {
    by,
    after: cursor && afterSql(columns, cursor, sql`x.id ${raw(idsAscend ? ">" : "<")} ${cursor.id}::uuid`),
    key: keySql(columns.map(({ column }) => sql`${column}::text`)),
  };
}

function keySql([only, ...more]: readonly Sql[]): Sql {
  if (!only) return sql`null`;
  return more.length === 0 ? only : sql`jsonb_build_array(${join([only, ...more])})`;
}

const TYPES = { text: "text", number: "bigint", timestamp: "timestamptz" } as const;

/** The rows behind a cursor: beyond its first value, or equal there and behind in the rest of the order. */
function afterSql(columns: readonly OrderColumn[], { values, id }: CursorKey, byId: Sql): Sql {
  const [first, ...rest] = columns;
  if (!first) return byId;
  const { column, sort, isAscending } = first;
  const value = values[0] ?? null;
  const tied = afterSql(rest, { values: values.slice(1), id }, byId);
  if (value === null) {
    // Nulls are the last in ascending order, and the first in descending.
    const amongNulls = sql`(${column} is null and ${tied})`;
    return isAscending ? amongNulls : sql`(${amongNulls} or ${column} is not null)`;
  }
  const sign = raw(isAscending ? ">" : "<");
  const type = raw(TYPES[sort.type]);
  const isLast = rest.length === 0 && byId.text.includes(`x.id ${isAscending ? ">" : "<"} `);
  // A comparison of rows says it in one condition where all of the order goes one way; else its first column is told
  // twice, so that an index is entered at the right place.
  const beyond = isLast
    ? sql`(${column}, x.id) ${sign} (${value}::${type}, ${id}::uuid)`
    : sql`(${column} ${sign}= ${value}::${type} and (${column} ${sign} ${value}::${type} or ${tied}))`;
  return sort.nullable && isAscending ? sql`(${beyond} or ${column} is null)` : beyond;
}

function keyValues(source: ListSource, query: ListQuery, { listKey }: KeyColumns): CursorKey["values"] {
  const keys = Array.isArray(listKey) ? listKey : [listKey];
  return orderColumns(source, query).columns.map(({ sort }, index) => keyValue(sort, keys[index] ?? null));
}

function keyValue({ type }: SortDef, text: string | null): string | number | null {
  if (text === null) return null;
  // PostgreSQL prints a time as 2026-01-31 09:30:00.123456+00; cursors hold ISO 8601.
  if (type === "timestamp") return text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00");
  return type === "number" ? Number(text) : text;
}
