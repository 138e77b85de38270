import type { TenantActor } from "../actor";
import { empty, join, runNamed, sql, tenantRead } from "../tenant-db";
import type { PaymentVolume, PaymentVolumeInput, VolumeFigures } from "./totals-schema";
import { type MovedRows, type Slices, slicesOf } from "./totals-slices";

type Sql = ReturnType<typeof sql>;

interface FiguresRow extends VolumeFigures {
  /** From 1; null in a row of an account. */
  bucket: number | null;
  account: { id: string; name: string } | null;
}

/**
 * What was collected, failed and refunded over time and by account: one statement, so one moment's truth, whatever the
 * number of payments. Currencies are never mixed, and a restricted actor's figures are those of the own accounts.
 */
export async function getPaymentVolume(actor: TenantActor, input: PaymentVolumeInput): Promise<PaymentVolume> {
  const { buckets, interval, from, to, time_zone } = input;
  const moved = movedSql(actor, input, slicesOf(buckets, interval));
  const rows = await tenantRead(actor, "payment_intents:read", (db) =>
    runNamed<FiguresRow>(
      db,
      sql`select s.bucket, case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as account, s.currency,
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
            group by grouping sets ((m.bucket, m.currency), (m.account_id, m.currency))
          ) s
          left join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = s.account_id
          where s.payment_count > 0 or s.refund_count > 0
          order by s.bucket, a.name, a.id, s.currency`,
      true,
    ),
  );
  const [accounts, series]: [PaymentVolume["accounts"], PaymentVolume["series"]] = [[], []];
  for (const { bucket, account, ...figures } of rows) {
    const part = bucket === null ? undefined : buckets[bucket - 1];
    if (part) series.push({ ...part, ...figures });
    else if (account) accounts.push({ account, ...figures });
  }
  return { from, to, interval, time_zone, accounts, series };
}

/**
 * Rows `(bucket, account_id, currency, status, count, amount)` whose sums are the figures. A payment's status is never a
 * refund's, so that one column tells them apart.
 */
function movedSql(actor: TenantActor, { account, currency }: PaymentVolumeInput, slices: Slices): Sql {
  const { tenantId, accountIds } = actor;
  const conditions = (row: Sql) =>
    join(
      [
        sql`${row}.tenant_id = ${tenantId}::uuid`,
        ...(accountIds ? [sql`${row}.account_id = any (${accountIds}::uuid[])`] : []),
        ...(currency ? [sql`${row}.currency = ${currency}`] : []),
        ...(account
          ? [
              sql`${row}.account_id in (select a.id from accounts r
                join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
                where r.tenant_id = ${tenantId}::uuid and r.id = ${account}::uuid)`,
            ]
          : []),
      ],
      " and ",
    );
  const { days, hours, rows } = slices;
  const parts = [
    ...(days.length > 0
      ? [
          sql`select width_bucket(k.day, ${days}::date[]), k.account_id, k.currency, k.status, k.count, k.amount
              from kept_totals k where ${conditions(sql`k`)} and k.resource in ('payment_intents', 'refunds')
                and k.day >= ${days[0]}::date and k.day < ${days.at(-1)}::date`,
        ]
      : []),
    ...(hours.length > 0
      ? [
          sql`select v.bucket, k.account_id, k.currency, k.status, v.sign * k.count, v.sign * k.amount
              from unnest(${hours.map(({ day }) => day)}::date[], ${hours.map(({ fromHour }) => fromHour)}::smallint[],
                ${hours.map(({ toHour }) => toHour)}::smallint[], ${hours.map(({ plus }) => plus)}::int[],
                ${hours.map(({ minus }) => minus)}::int[]) h (day, from_hour, to_hour, plus, minus)
              join kept_totals k on ${conditions(sql`k`)} and k.resource in ('payment_hours', 'refund_hours')
                and k.day = h.day and k.hour >= h.from_hour and k.hour < h.to_hour
              cross join lateral (values (h.plus, 1), (h.minus, -1)) v (bucket, sign) where v.bucket is not null`,
        ]
      : []),
    ...(rows.length > 0
      ? [
          rowsSql(sql`payment_intents`, sql`created_at`, conditions, rows),
          rowsSql(sql`refunds`, sql`succeeded_at`, conditions, rows),
        ]
      : []),
  ];
  return parts.length > 0 ? join(parts, " union all ") : empty;
}

function rowsSql(table: Sql, time: Sql, conditions: (row: Sql) => Sql, rows: readonly MovedRows[]): Sql {
  const isCounted = sql`x.${time} >= r.from_time and x.${time} < r.to_time`;
  return sql`select v.bucket, x.account_id, x.currency, x.status, v.sign, v.sign * x.amount
    from unnest(${rows.map(({ from }) => from)}::timestamptz[], ${rows.map(({ to }) => to)}::timestamptz[],
      ${rows.map(({ plus }) => plus)}::int[], ${rows.map(({ minus }) => minus)}::int[]) r (from_time, to_time, plus, minus)
    join ${table} x on ${conditions(sql`x`)} and ${isCounted}
    cross join lateral (values (r.plus, 1), (r.minus, -1)) v (bucket, sign) where v.bucket is not null`;
}
