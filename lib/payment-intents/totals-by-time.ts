import type { TenantActor } from "../actor";
import { join, runNamed, sql, tenantRead } from "../tenant-db";
import { keptParts } from "./totals-kept";
import { type PaymentVolume, type PaymentVolumeInput, partsOf, type VolumeFigures } from "./totals-schema";
import { type Moved, type Slices, slicesOf } from "./totals-slices";

type Sql = ReturnType<typeof sql>;

interface FiguresRow extends VolumeFigures {
  /** From 1; null in a row of an account. */
  bucket: number | null;
  account_id: string | null;
  account_name: string;
}

/**
 * What was collected, failed and refunded over time and by account: one statement, so one moment's truth, whatever the
 * number of payments. Currencies are never mixed, and a restricted actor's figures are those of the own accounts.
 */
export async function getPaymentVolume(actor: TenantActor, input: PaymentVolumeInput): Promise<PaymentVolume> {
  const { from, to, interval, buckets } = partsOf(input);
  if (!buckets) throw new Error("more parts than the schema of the input lets through");
  const moved = movedSql(actor, input, slicesOf(buckets, interval));
  const rows = await tenantRead(actor, "payment_intents:read", (db) =>
    runNamed<FiguresRow>(
      db,
      sql`select s.bucket, a.id as account_id, a.name as account_name, s.currency,
            s.payment_count, s.processed_count, least(s.processed, ${Number.MAX_SAFE_INTEGER})::bigint as processed_amount,
            s.failed_count, s.refund_count, least(s.refunded, ${Number.MAX_SAFE_INTEGER})::bigint as refunded_amount
          from (
            select m.bucket, m.account_id, m.currency,
              coalesce(sum(m.count) filter (where m.status <> 'SUCCEEDED'), 0)::bigint as payment_count,
              coalesce(sum(m.count) filter (where m.status in ('PROCESSED', 'PARTIALLY_REFUNDED', 'REFUNDED')), 0)::bigint as processed_count,
              coalesce(sum(m.amount) filter (where m.status in ('PROCESSED', 'PARTIALLY_REFUNDED', 'REFUNDED')), 0) as processed,
              coalesce(sum(m.count) filter (where m.status = 'FAILED'), 0)::bigint as failed_count,
              coalesce(sum(m.count) filter (where m.status = 'SUCCEEDED'), 0)::bigint as refund_count,
              coalesce(sum(m.amount) filter (where m.status = 'SUCCEEDED'), 0) as refunded
            from (${moved}) m (bucket, account_id, currency, status, count, amount)
            group by m.bucket, m.account_id, m.currency
          ) s
          left join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = s.account_id
          where s.payment_count > 0 or s.refund_count > 0
          order by s.bucket, a.name, a.id, s.currency`,
      true,
    ),
  );
  const [accounts, series]: [PaymentVolume["accounts"], PaymentVolume["series"]] = [[], []];
  for (const { bucket, account_id: id, account_name: name, ...figures } of rows) {
    const part = bucket === null ? undefined : buckets[bucket - 1];
    if (part) series.push({ ...part, ...figures });
    else if (id !== null) accounts.push({ account: { id, name }, ...figures });
  }
  return { from, to, interval, time_zone: input.time_zone, accounts, series };
}

/**
 * Rows `(bucket, account_id, currency, status, count, amount)` whose sums are the figures: of a bucket those without an
 * account, of an account those without a bucket. A payment's status is never a refund's, so one column tells them apart.
 */
function movedSql(actor: TenantActor, input: PaymentVolumeInput, { days, hours, rows }: Slices): Sql {
  const conditions = (row: Sql) => conditionsSql(actor, input, row);
  const parts: Sql[] = [];
  if (days.length > 0)
    parts.push(sql`select d.bucket, d.account_id, d.currency, d.status, sum(d.count), sum(d.amount)
      from (select width_bucket(k.day, ${days}::date[]) as bucket, k.account_id, k.currency, k.status, k.count, k.amount
            from (${keptSql(days, conditions(sql`k`))}) k) d
      group by grouping sets ((d.bucket, d.currency, d.status), (d.account_id, d.currency, d.status))`);
  if (hours.length > 0)
    parts.push(
      ...bothWays(hours, sql`x.count`, (some) => [
        sql`${some.map(({ day }) => day)}::date[], ${some.map(({ fromHour }) => fromHour)}::smallint[],
            ${some.map(({ toHour }) => toHour)}::smallint[]`,
        sql`day, from_hour, to_hour`,
        sql`join kept_totals x on ${conditions(sql`x`)} and x.resource in ('payment_hours', 'refund_hours')
            and x.day = m.day and x.hour >= m.from_hour and x.hour < m.to_hour`,
      ]),
    );
  if (rows.length > 0)
    for (const [table, time] of [
      [sql`payment_intents`, sql`x.created_at`],
      [sql`refunds`, sql`x.succeeded_at`],
    ] as const)
      parts.push(
        ...bothWays(rows, sql`1`, (some) => [
          sql`${some.map(({ from }) => from)}::timestamptz[], ${some.map(({ to }) => to)}::timestamptz[]`,
          sql`from_time, to_time`,
          sql`join ${table} x on ${conditions(sql`x`)} and ${time} >= m.from_time and ${time} < m.to_time`,
        ]),
      );
  return join(parts, " union all ");
}

/** What is kept of the days between those that buckets begin at; a week's day is its Monday. */
function keptSql(days: readonly string[], conditions: Sql): Sql {
  const { weeks, dates } = keptParts(
    days.slice(1).map((to, index) => ({ from: momentOf(days[index] ?? to), to: momentOf(to) })),
  );
  const rows = (from: Sql, where: Sql) =>
    sql`select k.day, k.account_id, k.currency, k.status, k.count, k.amount from ${from} where ${conditions} and ${where}`;
  const ofDays = sql`k.resource in ('payment_intents', 'refunds')`;
  const parts = [rows(sql`kept_totals k`, sql`${ofDays} and k.day = any (${dates}::date[])`)];
  if (weeks.length > 0) {
    const [from, during] = [
      sql`unnest(${weeks.map(({ from }) => from)}::date[], ${weeks.map(({ to }) => to)}::date[]) w (from_day, to_day), kept_totals k`,
      sql`k.day >= w.from_day and k.day < w.to_day`,
    ];
    parts.push(
      rows(from, sql`k.resource in ('payment_weeks', 'refund_weeks') and ${during}`),
      rows(from, sql`${ofDays} and k.is_loose and ${during}`),
    );
  }
  return join(parts, " union all ");
}

const momentOf = (day: string) => `${day}T00:00:00.000Z`;

/**
 * What moves, once by bucket and once by account. What moves between two buckets stays with its account, so that only the
 * ends of the range are read for the accounts.
 * @param partsOf arrays of what is moved, their names, and the join of the rows `x` that lie in one of them, `m`
 */
function bothWays<M extends Moved>(
  moved: readonly M[],
  count: Sql,
  partsOf: (some: readonly M[]) => [arrays: Sql, names: Sql, rows: Sql],
): Sql[] {
  const from = (some: readonly M[]) => {
    const [arrays, names, rows] = partsOf(some);
    return sql`from unnest(${arrays}, ${some.map(({ plus }) => plus)}::int[], ${some.map(({ minus }) => minus)}::int[])
      m (${names}, plus, minus) ${rows}`;
  };
  const atEnds = moved.filter(({ plus, minus }) => plus === null || minus === null);
  const byBucket = sql`select v.bucket, null::uuid, s.currency, s.status, v.sign * s.count, v.sign * s.amount
    from (select m.plus, m.minus, x.currency, x.status, sum(${count}), sum(x.amount) ${from(moved)} group by 1, 2, 3, 4)
      s (plus, minus, currency, status, count, amount)
    cross join lateral (values (s.plus, 1), (s.minus, -1)) v (bucket, sign) where v.bucket is not null`;
  const sign = sql`case when m.plus is null then -1 else 1 end`;
  const byAccount = sql`select null::int, x.account_id, x.currency, x.status, sum(${sign} * ${count}), sum(${sign} * x.amount)
    ${from(atEnds)} group by 2, 3, 4`;
  return atEnds.length > 0 ? [byBucket, byAccount] : [byBucket];
}

/** The rows that count: the tenant's own, within reach, and of the branch and currency that were asked for. */
function conditionsSql(
  { tenantId, accountIds }: TenantActor,
  { account, currency }: PaymentVolumeInput,
  row: Sql,
): Sql {
  const conditions = [sql`${row}.tenant_id = ${tenantId}::uuid`];
  if (accountIds) conditions.push(sql`${row}.account_id = any (${accountIds}::uuid[])`);
  if (currency) conditions.push(sql`${row}.currency = ${currency}`);
  if (account)
    conditions.push(sql`${row}.account_id in (select a.id from accounts r
      join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
      where r.tenant_id = ${tenantId}::uuid and r.id = ${account}::uuid)`);
  return join(conditions, " and ");
}
