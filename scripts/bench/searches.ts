import pg from "pg";
import type { TenantActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { PAYMENT_INTENT_SOURCE } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";
import { getPaymentVolume } from "@/lib/payment-intents/totals-by-time";
import type { PaymentVolumeInput } from "@/lib/payment-intents/totals-schema";
import { sql, tenantRead } from "@/lib/tenant-db";
import { runNamed } from "@/lib/tenant-db/list-run";
import { listStatements } from "@/lib/tenant-db/list-sql";
import type { BenchDatabase } from "./database";
import { cpuSlowdown, measure, report, slowdown } from "./measure";

const NEEDLES = { rare: "42424", common: "bkg-1", "no match": "zzqq" };
const DAYS = 30;

/** Search within texts, and the overview's totals, on the tenant of a million. */
export async function benchSearches(database: BenchDatabase, actor: TenantActor): Promise<void> {
  console.log("\nSearches and totals (tenant of a million)");
  const { tenantId } = actor;
  // The owner of this database is a superuser: no policy applies to it.
  const bare = new pg.Pool({ connectionString: database.ownerUrl, max: 8 });
  bare.on("error", () => {});
  const read = <T>(work: Parameters<typeof tenantRead<T>>[2]) => tenantRead(actor, "payment_intents:read", work);
  for (const [kind, needle] of Object.entries(NEEDLES)) {
    const { query } = parseListParams(paymentIntentList, { reference: `*${needle}*` }, { mode: "strict" });
    const { page, constant } = listStatements(actor, PAYMENT_INTENT_SOURCE, query);
    const rates = await measure(
      [
        { name: "search", run: () => read((db) => runNamed(db, page(), constant)) },
        { name: "bare", run: () => bare.query(BARE, [tenantId, `%${needle}%`]) },
      ],
      { clients: 2 },
    );
    report(
      `contains, ${kind} : the same without policies`,
      slowdown(rates, "search", "bare"),
      { atMost: 1.3 },
      cpuSlowdown(rates, "search", "bare"),
    );
  }
  const { query } = parseListParams(paymentIntentList, { reference: `*${NEEDLES["no match"]}*` }, { mode: "strict" });
  const { page, constant } = listStatements(actor, PAYMENT_INTENT_SOURCE, query);
  const ilike = sql`select x.id from payment_intents x where x.tenant_id = ${tenantId}::uuid
    and x.reference ilike ${`%${NEEDLES["no match"]}%`} order by x.id desc limit 51`;
  const rates = await measure(
    [
      { name: "search", run: () => read((db) => runNamed(db, page(), constant)) },
      { name: "ilike", run: () => read((db) => db.rows(ilike)) },
    ],
    { clients: 1, rounds: 3 },
  );
  report(
    "no match: ILIKE under policies : contains",
    slowdown(rates, "ilike", "search"),
    { atLeast: 50 },
    cpuSlowdown(rates, "ilike", "search"),
  );
  await benchTotals(actor);
  await bare.end();
}

async function benchTotals(actor: TenantActor): Promise<void> {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const range = { created_from: day(DAYS), created_to: day(1) };
  const parse = (timeZone: string) => parseListParams(paymentIntentList, range, { mode: "strict", timeZone }).query;
  const [inUtc, elsewhere] = [parse("UTC"), parse("Asia/Kolkata")];
  const volume = (time_zone: string): PaymentVolumeInput => ({ from: day(DAYS), to: day(1), time_zone });
  const scan = sql`select x.account_id, x.status, x.currency, count(*)::int, sum(x.amount)::bigint from payment_intents x
    where x.tenant_id = ${actor.tenantId}::uuid and x.id >= app.uuid_v7_floor(${range.created_from}::timestamptz)
    and x.created_at >= ${range.created_from}::timestamptz group by 1, 2, 3`;
  const rates = await measure(
    [
      { name: "kept", run: () => totalPaymentIntents(actor, inUtc) },
      { name: "other zone", run: () => totalPaymentIntents(actor, elsewhere) },
      { name: "volume", run: () => getPaymentVolume(actor, volume("UTC")) },
      { name: "volume elsewhere", run: () => getPaymentVolume(actor, volume("America/New_York")) },
      { name: "scan", run: () => tenantRead(actor, "payment_intents:read", (db) => db.rows(scan)) },
    ],
    { clients: 1 },
  );
  const ms = (name: string) => 1000 / (rates.get(name) ?? Number.NaN);
  report(`totals of ${DAYS} days on the overview, ms`, ms("kept"), { atMost: 1 }, rates.cpuMs.get("kept") ?? null);
  report("the same in days of another zone, ms", ms("other zone"), {}, rates.cpuMs.get("other zone") ?? null);
  report(`volume of ${DAYS} days by day and account, ms`, ms("volume"), {}, rates.cpuMs.get("volume") ?? null);
  report("the same five hours from UTC, ms", ms("volume elsewhere"), {}, rates.cpuMs.get("volume elsewhere") ?? null);
  report("scan of the payments : kept totals", slowdown(rates, "scan", "kept"), {}, cpuSlowdown(rates, "scan", "kept"));
}

const BARE = `select x.id, jsonb_build_object('id', a.id, 'name', a.name) as account, x.status, x.amount, x.currency, x.billing_amount,
  x.billing_currency, x.processing_amount, x.processing_currency, x.customer_email, x.customer_phone, x.reference,
  x.failure_reason, x.metadata, x.created_at, x.updated_at
  from (select * from payment_intents where tenant_id = $1 and reference_key like $2 order by id desc limit 51) x
  join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id order by x.id desc`;
