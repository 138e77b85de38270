import type { Actor } from "../actor";
import type { FilterValue, ListDefinition, ListQuery, MetadataCondition, NotValue } from "../list-query";
import { empty, join, raw, type Sql, sql } from "./client";
import { isAscending, rowsToRead } from "./list-window";

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
  /** True for a table in monthly partitions of its ids: its newest rows are looked for in the last weeks first. */
  hasMonths?: true;
  /** SQL of filters that are more than a comparison with their column. */
  conditions?: Readonly<Record<string, (value: FilterValue) => Sql | null>>;
  /** SQL that answers the ids of rows whose text holds another one, for the filters that offer `contains`. */
  search?: (filter: string, search: TextSearch) => Sql;
}

/** A search within the texts of one column. */
export interface TextSearch {
  needle: string;
  /** Only ids after this one, in the order. */
  beyond: string | null;
  /** Order of the ids; null for any. */
  ascending: boolean | null;
  maxRows: number;
}

/** What was found for filters that search within texts: ids, or null where there are too many to name. */
export type Found = Readonly<Record<string, readonly string[] | null>>;

/** Up to this many index walks are merged for one page; more, and one walk with a filter is the better plan. */
const MAX_WALKS = 200;

/** What leads to the rows of a page: a FROM item called `w`, with the condition that ties `x` to it. */
export interface Walks {
  from: Sql;
  on: Sql;
  /** True if `w` names single rows; else each of its rows drives one index walk, and the walks are merged. */
  namesRows?: true;
}

/** What the rows of a list must satisfy. */
export interface Conditions {
  /** All conditions but those of the walks. */
  conditions: Sql[];
  /** The tenant's own rows, which is among the conditions too. */
  own: Sql;
  walks: Walks | null;
  /** True if the SQL text alone decides the plan. */
  constant: boolean;
}

interface Parts extends Conditions {
  mayWalk: boolean;
}

/**
 * What a query's filters, the list itself, and the actor's tenant and accounts (R18) ask of the rows.
 * @param inOrder true for rows in the list's order: then several values become one index walk each, to be merged. For a
 * count or a total the planner does better with all values at once, whose frequencies it knows.
 * @param found ids that searches found before; a search without them reads each row's text
 */
export function conditionsOf(
  actor: Actor,
  source: ListSource,
  query: ListQuery,
  inOrder: boolean,
  found: Found = {},
): Conditions {
  // The platform's lists go across tenants: their policies ask for a checked platform admin instead.
  const own = "tenantId" in actor ? sql`x.tenant_id = ${actor.tenantId}::uuid` : sql`true`;
  const mayWalk = inOrder && walksHelp(source, query);
  const parts: Parts = { conditions: [own], own, walks: null, constant: true, mayWalk };
  if (source.where) parts.conditions.push(source.where);
  restrictToAccounts(actor, source, query, parts);
  for (const [name, given] of Object.entries<FilterValue | undefined>(query.filters)) {
    if (!given) continue;
    const value = given.kind === "not" ? theOthers(source, nameOf(name), given) : given;
    if (value.kind === "not") {
      parts.conditions.push(negationSql(actor, source, query, nameOf(name), value));
      continue;
    }
    const own = source.conditions?.[name];
    const ids = found[name];
    const condition = ids
      ? sql`x.id = any (${ids}::uuid[])`
      : own
        ? own(value)
        : filterSql(actor, source, query, nameOf(name), value, parts);
    if (condition) parts.conditions.push(condition);
  }
  parts.constant = isConstant(actor, source, query);
  return parts;
}

// A kept plan must be right for every value. One filter by equality has its own index in the order of ids, and so has a
// range of time; what narrows a list by two things, or in another order, is best begun with the rarer one.
function isConstant(actor: Actor, source: ListSource, query: ListQuery): boolean {
  const values = Object.values<FilterValue | undefined>(query.filters).filter((value) => value !== undefined);
  const isRestricted = "tenantId" in actor && actor.accountIds !== null && source.accountColumn !== null;
  const [only] = values;
  if (!only) return true;
  if (values.length > 1 || isRestricted || !walksHelp(source, query)) return false;
  if (only.kind === "not") return false;
  // Only the range of the rows' own time is one of ids.
  if (only.kind === "dateRange" && Object.keys(source.conditions ?? {}).some((name) => query.filters[name] === only))
    return false;
  if (only.kind === "metadata") return onlyMetadata(source, query).length === 1;
  return only.kind === "text" ? only.match === "exact" : only.kind !== "amountRange";
}

function restrictToAccounts(actor: Actor, source: ListSource, query: ListQuery, parts: Parts): void {
  const accountIds = "tenantId" in actor ? actor.accountIds : null;
  if (!accountIds || !source.accountColumn) return;
  const column = columnOf(source.accountColumn);
  const hasBranch = Object.values(query.filters).some((value) => value?.kind === "account");
  const walk = parts.mayWalk && accountIds.length <= MAX_WALKS && source.accountColumn === "account_id";
  if (walk && !hasBranch)
    parts.walks = { from: sql`unnest(${accountIds}::uuid[]) as w (value)`, on: sql`${column} = w.value` };
  else parts.conditions.push(sql`${column} = any (${accountIds}::uuid[])`);
}

// Merging walks keeps the order only where each walk's index ends with the id.
function walksHelp(source: ListSource, query: ListQuery): boolean {
  return source.definition.sorts[query.sort.name]?.column === null;
}

/** `status_not` → `status`; no filter's own name ends so. */
function nameOf(key: string): string {
  return key.replace(/_not$/, "");
}

/** Where each row has one of a few values, "not these" is "one of the others", which indexes answer. */
function theOthers(source: ListSource, name: string, value: NotValue): FilterValue {
  const filter = source.definition.filters[name];
  const [left] = value.values;
  if (filter?.kind !== "enum" || !filter.isTotal || left?.kind !== "enum" || source.conditions?.[name]) return value;
  return { kind: "enum", values: filter.values.filter((one) => !left.values.includes(one)) };
}

/**
 * Rows that none of the values holds. Only ever a filter on rows that something else has found: no index holds what is
 * not there. A row without a value is not left out, so each condition is asked whether it is not true.
 */
function negationSql(actor: Actor, source: ListSource, query: ListQuery, name: string, { values }: NotValue): Sql {
  const parts: Parts = { conditions: [], own: empty, walks: null, constant: false, mayWalk: false };
  const held = values.flatMap((value) => {
    const own = source.conditions?.[name];
    return (own ? own(value) : filterSql(actor, source, query, name, value, parts)) ?? [];
  });
  return all(held.map((condition) => sql`(${condition}) is not true`));
}

function filterSql(
  actor: Actor,
  source: ListSource,
  query: ListQuery,
  name: string,
  value: FilterValue,
  parts: Parts,
): Sql | null {
  const filter = source.definition.filters[name];
  if (!filter) return null;
  const column = columnOf(filter.column);
  switch (value.kind) {
    case "enum": {
      const [only, ...more] = value.values;
      if (only === undefined) return sql`false`;
      if (more.length === 0) return sql`${column} = ${only}`;
      if (parts.walks || !parts.mayWalk) return sql`${column} = any (${value.values}::text[])`;
      parts.walks = { from: sql`unnest(${value.values}::text[]) as w (value)`, on: sql`${column} = w.value` };
      return null;
    }
    case "uuid": {
      const [only, ...more] = value.values;
      if (more.length === 0) return sql`${column} = ${only}::uuid`;
      if (parts.walks || !parts.mayWalk) return sql`${column} = any (${value.values}::uuid[])`;
      parts.walks = { from: sql`unnest(${value.values}::uuid[]) as w (value)`, on: sql`${column} = w.value` };
      return null;
    }
    case "text":
      if (value.match === "contains") return sql`strpos(${column}, ${value.text}) > 0`;
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
      if (parts.mayWalk && !parts.walks) parts.walks = metadataWalk(actor, source, query);
      if (parts.walks?.namesRows) return null;
      return join(
        value.conditions.map((condition) => metadataSql(source, condition)),
        " and ",
      );
    case "account":
      return branchSql(actor, column, value.accountId, source, parts);
    case "not":
      return negationSql(actor, source, query, name, value);
  }
}

function tenantOf(actor: Actor): Sql {
  return "tenantId" in actor ? sql` and r.tenant_id = ${actor.tenantId}::uuid` : empty;
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

/**
 * A list that one metadata condition alone narrows follows the index of metadata, which holds ids in order: a page reads
 * as many entries as it has rows, rare or common. Not for who sees chosen accounts only: entries know of none.
 */
function metadataWalk(actor: Actor, source: ListSource, query: ListQuery): Walks | null {
  const [condition, ...more] = onlyMetadata(source, query);
  if (!condition || more.length > 0 || !("tenantId" in actor) || actor.accountIds !== null) return null;
  const { cursor } = query;
  const [way, sign] = isAscending(query) ? [raw("asc"), raw(">")] : [raw("desc"), raw("<")];
  const after = cursor ? sql` and m.record_id ${sign} ${cursor.id}::uuid` : empty;
  const from = sql`(select distinct e.id as value from unnest(${condition.jsonTexts ?? [""]}::text[]) as v (value)
    cross join lateral (select m.record_id as id from metadata_entries m
      where m.tenant_id = ${actor.tenantId}::uuid and m.resource = ${source.table} and m.path = ${condition.path}
        and m.value = v.value${after} order by m.record_id ${way} limit ${raw(String(rowsToRead(query)))}) e) w`;
  return { from, on: sql`x.id = w.value`, namesRows: true };
}

/** The metadata conditions of a list that nothing else narrows. */
function onlyMetadata(source: ListSource, query: ListQuery): readonly MetadataCondition[] {
  const values = Object.values<FilterValue | undefined>(query.filters).filter((value) => value !== undefined);
  const [only] = values;
  return values.length === 1 && only?.kind === "metadata" && !source.where ? only.conditions : [];
}

function branchSql(actor: Actor, column: Sql, accountId: string, source: ListSource, parts: Parts): Sql | null {
  const branch = sql`select a.id as value from accounts r join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
    where r.id = ${accountId}::uuid${tenantOf(actor)}`;
  if (parts.walks || !parts.mayWalk || source.accountColumn !== "account_id") return sql`${column} in (${branch})`;
  parts.walks = { from: sql`(${branch}) w`, on: sql`${column} = w.value` };
  return null;
}

/** The conditions as one. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? join([...conditions], " and ") : sql`true`;
}

/** A column of the list's table. @throws Error for anything but a plain name */
export function columnOf(name: string): Sql {
  // Names come from list definitions in the source, never from a request.
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is not a column`);
  return raw(`x.${name}`);
}
