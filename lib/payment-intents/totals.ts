import type { TenantActor } from "../actor";
import type { FilterValueOf, ListQuery } from "../list-query";
import { refusePersonalFilters, requirePersonalData } from "../personal-data";
import {
  findTexts,
  join,
  type ListSource,
  listConditionsSql,
  listRowsSql,
  runNamed,
  sql,
  tenantRead,
} from "../tenant-db";
import { splitRange, type TimeRange } from "../time-range";
import { PAYMENT_INTENT_SOURCE } from "./queries";
import { type PaymentIntentTotal, paymentIntentList } from "./schema";
import { keptParts } from "./totals-kept";

type Query = ListQuery<typeof paymentIntentList>;
type Sql = ReturnType<typeof sql>;

interface TotalRow extends Omit<PaymentIntentTotal, "account"> {
  account_id: string;
  account_name: string;
}

/** Filters that the kept totals know. */
const KEPT_FILTERS: ReadonlySet<string> = new Set(["account", "status", "currency", "created"]);

/** Kept totals as rows of the payments' list. */
const KEPT_SOURCE: ListSource = {
  definition: paymentIntentList,
  table: "kept_totals",
  columns: sql`x.count`,
  accountColumn: "account_id",
};

/**
 * Sums and counts of the rows that a list's filters hold, by account, status and currency. Never mixes currencies. Whole
 * days in UTC come from kept totals, and only what is left at the ends of a range is counted, unless a filter needs the
 * payments themselves.
 */
export async function totalPaymentIntents(actor: TenantActor, query: Query): Promise<PaymentIntentTotal[]> {
  if (query.filters.customer_email ?? query.filters.customer_email_not) requirePersonalData(actor);
  refusePersonalFilters(actor, query.filters);
  return tenantRead(actor, "payment_intents:read", async (db) => {
    const isKept = Object.entries(query.filters).every(([name, value]) => !value || KEPT_FILTERS.has(name));
    const { whole: days, rest } = isKept ? splitRange(query.filters.created ?? EVER, "day") : { whole: null, rest: [] };
    const found = isKept ? {} : await findTexts(db, PAYMENT_INTENT_SOURCE, query);
    const ranges = isKept ? rest.map((range) => within(query, range)) : [query];
    const counted = ranges.map(
      (one) =>
        sql`select x.account_id, x.status, x.currency, 1, x.amount from (${listRowsSql(actor, PAYMENT_INTENT_SOURCE, one, found)}) x`,
    );
    const parts = [...(days ? [keptSql(actor, query, days)] : []), ...counted];
    const rows = await runNamed<TotalRow>(
      db,
      sql`select a.id as account_id, a.name as account_name, s.status, s.currency, s.count, s.amount
          from (select p.account_id, p.status, p.currency, sum(p.count)::bigint as count, least(sum(p.amount), ${Number.MAX_SAFE_INTEGER})::bigint as amount
                from (${join(parts, " union all ")}) p (account_id, status, currency, count, amount)
                group by p.account_id, p.status, p.currency having sum(p.count) > 0) s
          join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = s.account_id
          order by a.name, a.id, s.status, s.currency`,
      counted.length === 0,
    );
    return rows.map(({ account_id: id, account_name: name, ...total }) => ({ account: { id, name }, ...total }));
  });
}

/** What is kept of whole days: the whole weeks among them, what these do not hold as yet, and the days around them. */
function keptSql(actor: TenantActor, query: Query, days: TimeRange): Sql {
  const { weeks, dates } = keptParts([days]);
  const conditions = listConditionsSql(actor, KEPT_SOURCE, within(query, EVER));
  const rows = (where: Sql) =>
    sql`select x.account_id, x.status, x.currency, x.count, x.amount from kept_totals x where ${conditions} and ${where}`;
  const parts = weeks.flatMap(({ from, to }) => {
    const during = sql`x.day >= ${from}::date and x.day < ${to}::date`;
    return [
      rows(sql`x.resource = 'payment_weeks' and ${during}`),
      rows(sql`x.resource = 'payment_intents' and x.is_loose and ${during}`),
    ];
  });
  if (dates.length > 0) parts.push(rows(sql`x.resource = 'payment_intents' and x.day = any (${dates}::date[])`));
  return join(parts, " union all ");
}

const EVER: TimeRange = { from: null, to: null };

/** The query with another range of time; from and to are moments. */
function within(query: Query, { from, to }: TimeRange): Query {
  const created: FilterValueOf<"dateRange"> | undefined =
    from === null && to === null ? undefined : { kind: "dateRange", from, to, fromText: null, toText: null };
  return { ...query, filters: { ...query.filters, created } };
}
