import type { TenantActor } from "@/lib/actor";
import { AUDIT_LOG_SOURCE } from "@/lib/audit-logs/queries";
import { type AuditLog, auditLogList } from "@/lib/audit-logs/schema";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { listPaymentIntents, PAYMENT_INTENT_SOURCE } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { type ListSource, tenantRead } from "@/lib/tenant-db";
import { runNamed } from "@/lib/tenant-db/list-run";
import { listPage, listStatements } from "@/lib/tenant-db/list-sql";
import { type BenchDatabase, query } from "./database";
import { cpuSlowdown, measure, report, slowdown } from "./measure";

const PAGE_SIZE = 50;

/**
 * Depth, skew, filters and counts of the payment intents list, on the tenant of a million. A list is the statement that
 * brings a page's rows; the count beside it has a bar of its own.
 */
export async function benchLists(database: BenchDatabase, big: TenantActor, small: TenantActor): Promise<void> {
  console.log("\nLists (tenant of a million)");
  const run = (actor: TenantActor, given: ParameterInput) => {
    const { query } = parseListParams(paymentIntentList, given, { mode: "strict" });
    return () =>
      tenantRead(actor, "payment_intents:read", (db) => {
        const { page, constant } = listStatements(actor, PAYMENT_INTENT_SOURCE, query);
        return runNamed(db, page(), constant);
      });
  };
  const first = await listPaymentIntents(big, parseListParams(paymentIntentList, {}, { mode: "strict" }).query);
  const deep = { page1000: await cursorAt(database, big, 1000), page20000: await cursorAt(database, big, 19_990) };
  const rates = await measure(
    [
      { name: "first page", run: run(big, {}) },
      { name: "small tenant", run: run(small, {}) },
      { name: "page 1,000", run: run(big, { cursor: deep.page1000 }) },
      { name: "page 20,000", run: run(big, { cursor: deep.page20000 }) },
      {
        name: "with its count",
        run: () => listPaymentIntents(big, parseListParams(paymentIntentList, {}, { mode: "strict" }).query),
      },
    ],
    { clients: 4 },
  );
  if (first.items.length !== PAGE_SIZE) throw new Error("the list is not full");
  report(
    "page 1,000 by cursor : page 1",
    slowdown(rates, "page 1,000", "first page"),
    { atMost: 1.2 },
    cpuSlowdown(rates, "page 1,000", "first page"),
  );
  report(
    "page 20,000 by cursor : page 1",
    slowdown(rates, "page 20,000", "first page"),
    { atMost: 1.2 },
    cpuSlowdown(rates, "page 20,000", "first page"),
  );
  report(
    "big tenant : small tenant",
    slowdown(rates, "first page", "small tenant"),
    { atMost: 1.2 },
    cpuSlowdown(rates, "first page", "small tenant"),
  );
  report(
    "list with its count : list",
    slowdown(rates, "with its count", "first page"),
    { atMost: 4 },
    cpuSlowdown(rates, "with its count", "first page"),
  );
  await benchFilters(big, run);
}

async function benchFilters(
  big: TenantActor,
  run: (actor: TenantActor, given: ParameterInput) => () => Promise<unknown>,
) {
  const accounts = await tenantRead(big, "accounts:read", (db) =>
    db.account.findMany({ select: { id: true, parentId: true }, orderBy: { name: "asc" }, take: 25 }),
  );
  const hotel = accounts.find(({ parentId }) => parentId !== null)?.id ?? "";
  const region = accounts.find(({ parentId }) => parentId === null)?.id ?? "";
  const month = (ago: number) => new Date(Date.now() - ago * 30 * 86_400_000).toISOString().slice(0, 10);
  const filters: Record<string, ParameterInput> = {
    "status, common": { status: "PROCESSED" },
    "status, rare": { status: "INITIALIZED" },
    "status, no match": { status: "REFUNDED" },
    "status, two values": { status: "FAILED,INITIALIZED" },
    account: { account: hotel },
    "account, whole region (20 hotels)": { account: region },
    "currency, rare": { currency: "USD" },
    "currency, no match": { currency: "JPY" },
    "amount, narrow": { amount_min: "10000", amount_max: "10010" },
    "amount, wide": { amount_min: "1000", amount_max: "400000" },
    "amount, no match": { amount_min: "900000000" },
    "one month, a year ago": { created_from: month(12), created_to: month(11) },
    "e-mail": { customer_email: "guest77@example.com" },
    "e-mail, no match": { customer_email: "nobody@example.com" },
    "e-mail, rare beginning": { customer_email: "guest39999*" },
    "e-mail, common beginning": { customer_email: "guest*" },
    reference: { reference: "BKG-424242" },
    "reference, beginning": { reference: "BKG-42424*" },
    "metadata, common value": { "metadata[channel]": "web" },
    "metadata, rare value": { "metadata[agent]": "4711" },
    "metadata, no match": { "metadata[agent]": "-1" },
    "metadata, key exists": { "metadata[agent]": "*" },
    "sorted by amount": { sort: "-amount" },
  };
  const rates = await measure(
    [
      { name: "no filter", run: run(big, {}) },
      ...Object.entries(filters).map(([name, given]) => ({ name, run: run(big, given) })),
    ],
    { clients: 2, roundMs: 400, warmUpMs: 1000 },
  );
  for (const name of Object.keys(filters))
    report(
      `filter ${name} : no filter`,
      slowdown(rates, name, "no filter"),
      { atMost: 2 },
      cpuSlowdown(rates, name, "no filter"),
    );
}

async function cursorAt(database: BenchDatabase, actor: TenantActor, page: number): Promise<string> {
  const [row] = await query<{ id: string }>(
    database.ownerUrl,
    "select id from payment_intents where tenant_id = $1 order by id desc offset $2 limit 1",
    [actor.tenantId, (page - 1) * PAGE_SIZE - 1],
  );
  if (!row) throw new Error(`there is no page ${page}`);
  const { encodeCursor } = await import("@/lib/list-query");
  return encodeCursor({
    list: "payment_intents",
    sort: paymentIntentList.defaultSort as { name: string; direction: "desc" },
    walk: "next",
    values: [],
    id: row.id,
  });
}

/** The audit list over monthly partitions against the same rows in one table: this month's and the twelve before. */
export async function benchAuditPartitions(database: BenchDatabase, actor: TenantActor): Promise<void> {
  console.log("\nAudit log (13 monthly partitions with rows)");
  await query(database.ownerUrl, PAST_PARTITIONS);
  await query(database.ownerUrl, SPREAD_AUDIT, [actor.tenantId]);
  await query(database.ownerUrl, "drop table if exists audit_logs_flat");
  await query(database.ownerUrl, "create table audit_logs_flat (like audit_logs including all)");
  await query(database.ownerUrl, "insert into audit_logs_flat select * from audit_logs");
  await query(
    database.ownerUrl,
    "select app.enable_tenant_rls('audit_logs_flat'), app.enable_account_rls('audit_logs_flat')",
  );
  await query(database.ownerUrl, "grant select on audit_logs_flat to tenant_user");
  await query(database.ownerUrl, "analyze audit_logs");
  await query(database.ownerUrl, "analyze audit_logs_flat");
  const { query: first } = parseListParams(auditLogList, {}, { mode: "strict" });
  const { hasMonths: _, ...oneTable } = AUDIT_LOG_SOURCE;
  const run = (source: ListSource) => () =>
    tenantRead(actor, "audit_logs:read", (db) => listPage<AuditLog>(db, actor, source, first));
  const rates = await measure(
    [
      { name: "partitions", run: run(AUDIT_LOG_SOURCE) },
      { name: "one table", run: run({ ...oneTable, table: "audit_logs_flat" }) },
    ],
    { rounds: 9, roundMs: 1000, warmUpMs: 3000 },
  );
  report(
    "audit list over partitions : one table",
    slowdown(rates, "partitions", "one table"),
    { atMost: 1.2 },
    cpuSlowdown(rates, "partitions", "one table"),
  );
  await query(database.ownerUrl, "drop table audit_logs_flat");
}

// As ensure_audit_partitions() makes those to come.
const PAST_PARTITIONS = `
  do $$ declare month timestamptz; part text; begin
    for i in 1 .. 12 loop
      month := date_trunc('month', now(), 'UTC') - make_interval(months => i);
      part := app.audit_partition(month);
      if to_regclass('public.' || part) is null then
        execute format('create table public.%I (like public.audit_logs including all)', part);
        perform app.enable_tenant_rls(('public.' || part)::regclass), app.enable_account_rls(('public.' || part)::regclass);
        execute format('alter table public.audit_logs attach partition public.%I for values from (%L) to (%L)',
          part, app.uuid_v7_floor(month), app.uuid_v7_floor(month + interval '1 month'));
      end if;
    end loop;
  end $$`;

// 130,000 rows, one every four minutes, back from now.
const SPREAD_AUDIT = `
  insert into audit_logs (tenant_id, id, created_at, table_name, record_id, action, actor_kind, actor_label, new_values)
  select $1, app.uuid_v7(at), at, 'payment_intents', gen_random_uuid()::text, 'insert', 'system', 'bench', '{"status": "INITIALIZED"}'
  from generate_series(0, 129999) n cross join lateral (select greatest(now() - n * interval '4 minutes',
    date_trunc('month', now(), 'UTC') - interval '12 months') as at) x
  where not exists (select 1 from audit_logs where actor_label = 'bench' and table_name = 'payment_intents' limit 1)`;
