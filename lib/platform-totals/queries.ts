import type { PlatformAdminActor } from "../actor";
import { platformRead, type ReadClient, sql } from "../tenant-db";
import { dayNames, fillDays } from "./days";
import type { PlatformTotals, PlatformTotalsInput } from "./schema";

interface KeptRow {
  kind: "collected" | "refunded" | "active";
  day: string;
  currency: string | null;
  count: number;
  amount: number;
}

type FailureRow = PlatformTotals["failures"][number];
type Facts = Pick<PlatformTotals, "tenants" | "mails_failed" | "jobs_failed">;

/**
 * What went through the platform in the last days, over all tenants. Reads kept totals tenant by tenant along their keys,
 * and of the payments only those that failed.
 * @param today a day in UTC, such as `2026-01-31`
 * @throws AppError `forbidden` for anybody but a platform admin
 */
export async function getPlatformTotals(
  admin: PlatformAdminActor,
  input: PlatformTotalsInput,
  today = new Date().toISOString().slice(0, 10),
): Promise<PlatformTotals> {
  const days = dayNames(today, input.days);
  const from = days[0] ?? today;
  return platformRead(admin, async (db) => {
    const [kept, failures, facts] = await Promise.all([
      db.rows<KeptRow>(keptSql(from), "platform_totals_kept"),
      db.rows<FailureRow>(failuresSql(from), "platform_totals_failures"),
      readFacts(db),
    ]);
    const currencies = sumsByCurrency(kept);
    const currency = input.currency ?? currencies[0]?.currency ?? null;
    const collected = kept.filter((row) => row.kind === "collected" && row.currency === currency);
    return {
      from,
      to: today,
      currencies,
      currency,
      volume: fillDays(days, collected, ({ count, amount }) => ({ count, amount }), { count: 0, amount: 0 }),
      failures,
      active_tenants: fillDays(days, activeDays(kept), ({ count }) => ({ count }), { count: 0 }),
      ...facts,
    };
  });
}

const activeDays = (kept: readonly KeptRow[]) => kept.filter(({ kind }) => kind === "active");

/**
 * Sums of all tenants by day. Each tenant's kept totals lie together in the key of their table, so one walk for each
 * tenant reads the range and nothing else.
 */
export const keptSql = (from: string) => sql`with kept as materialized (
          select t.id as tenant_id, k.resource, k.day, k.currency, k.status, k.count, k.amount
          from tenants t cross join lateral (
            select o.resource, o.day, o.currency, o.status, sum(o.count) as count, sum(o.amount) as amount
            from kept_totals o
            where o.tenant_id = t.id and o.resource in ('payment_intents', 'refunds') and o.day >= ${from}::date
            group by 1, 2, 3, 4 having sum(o.count) > 0) k)
        select case resource when 'refunds' then 'refunded' else 'collected' end as kind, to_char(day, 'YYYY-MM-DD') as day,
          currency, sum(count)::bigint as count, least(sum(amount), ${Number.MAX_SAFE_INTEGER})::bigint as amount
        from kept where resource = 'refunds' or status in ('PROCESSED', 'PARTIALLY_REFUNDED', 'REFUNDED') group by 1, 2, 3
        union all
        select 'active', to_char(a.day, 'YYYY-MM-DD'), null, count(*), 0 from (
          select tenant_id, day from kept where resource = 'payment_intents'
          union select r.tenant_id, r.day from request_totals r where r.day >= ${from}::date) a
        group by a.day`;

/** Payments that failed, by the index of those alone. */
export const failuresSql = (
  from: string,
) => sql`select to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, p.provider, count(*) as count
        from payment_intents p where p.status = 'FAILED' and p.created_at >= ${`${from}T00:00:00Z`}::timestamptz
        group by 1, 2 order by 1, 2`;

async function readFacts(db: ReadClient): Promise<Facts> {
  const [row] = await db.rows<Facts>(
    sql`select (select jsonb_build_object('active', count(*) filter (where t.status = 'active'),
            'suspended', count(*) filter (where t.status = 'suspended'), 'closed', count(*) filter (where t.status = 'closed'))
            from tenants t) as tenants,
          (select count(*)::int from (select from mails m where m.status = 'failed' limit 1000) f) as mails_failed,
          (select coalesce(sum(l.failed), 0)::int from app.job_load() l) as jobs_failed`,
    "platform_totals_facts",
  );
  if (!row) throw new Error("the counts gave no row");
  return row;
}

/** The sums of the range by currency, most payments first. Never one sum over currencies. */
function sumsByCurrency(kept: readonly KeptRow[]): PlatformTotals["currencies"] {
  const sums = new Map<string, PlatformTotals["currencies"][number]>();
  for (const { kind, currency, count, amount } of kept) {
    if (currency === null) continue;
    const sum = sums.get(currency) ?? { currency, count: 0, amount: 0, refunded_amount: 0 };
    if (kind === "collected") sums.set(currency, { ...sum, count: sum.count + count, amount: sum.amount + amount });
    else sums.set(currency, { ...sum, refunded_amount: sum.refunded_amount + amount });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1));
}
