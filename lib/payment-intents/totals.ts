import type { TenantActor } from "../actor";
import type { FilterValueOf, ListQuery } from "../list-query";
import { refusePersonalFilters, requirePersonalData } from "../personal-data";
import { findTexts, join, type ListSource, listRowsSql, runNamed, sql, tenantRead } from "../tenant-db";
import { splitRange, type TimeRange } from "../time-range";
import { PAYMENT_INTENT_SOURCE } from "./queries";
import { type PaymentIntentTotal, paymentIntentList } from "./schema";

type Query = ListQuery<typeof paymentIntentList>;

/** Filters that the kept totals know. */
const KEPT_FILTERS: ReadonlySet<string> = new Set(["account", "status", "currency", "created"]);

const KEPT_SOURCE: ListSource = {
  definition: paymentIntentList,
  table: "kept_totals",
  columns: sql`x.count`,
  accountColumn: "account_id",
  where: sql`x.resource = 'payment_intents'`,
  conditions: {
    created: (value) => {
      if (value.kind !== "dateRange") return null;
      const { from, to } = value;
      const parts = [
        ...(from === null ? [] : [sql`x.day >= ${from.slice(0, 10)}::date`]),
        ...(to === null ? [] : [sql`x.day < ${to.slice(0, 10)}::date`]),
      ];
      return parts.length > 0 ? join(parts, " and ") : null;
    },
  },
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
    const { days, rest } = isKept ? splitRange(query.filters.created ?? EVER) : { days: null, rest: [] };
    const found = isKept ? {} : await findTexts(db, PAYMENT_INTENT_SOURCE, query);
    const kept =
      days &&
      sql`select x.account_id, x.status, x.currency, x.count, x.amount from (${listRowsSql(actor, KEPT_SOURCE, within(query, days))}) x`;
    const ranges = isKept ? rest.map((range) => within(query, range)) : [query];
    const counted = ranges.map(
      (one) =>
        sql`select x.account_id, x.status, x.currency, 1, x.amount from (${listRowsSql(actor, PAYMENT_INTENT_SOURCE, one, found)}) x`,
    );
    return runNamed<PaymentIntentTotal>(
      db,
      sql`select jsonb_build_object('id', a.id, 'name', a.name) as account, s.status, s.currency, s.count, s.amount
          from (select p.account_id, p.status, p.currency, sum(p.count)::bigint as count, least(sum(p.amount), ${Number.MAX_SAFE_INTEGER})::bigint as amount
                from (${join([...(kept ? [kept] : []), ...counted], " union all ")}) p (account_id, status, currency, count, amount)
                group by p.account_id, p.status, p.currency having sum(p.count) > 0) s
          join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = s.account_id
          order by a.name, a.id, s.status, s.currency`,
      counted.length === 0,
    );
  });
}

const EVER: TimeRange = { from: null, to: null };

/** The query with another range of time; from and to are moments. */
function within(query: Query, { from, to }: TimeRange): Query {
  const created: FilterValueOf<"dateRange"> | undefined =
    from === null && to === null ? undefined : { kind: "dateRange", from, to, fromText: null, toText: null };
  return { ...query, filters: { ...query.filters, created } };
}
