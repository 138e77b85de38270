import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord, requirePersonalData } from "../personal-data";
import { type ListSource, listPage, listRowsSql, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type PaymentIntent, type PaymentIntentTotal, paymentIntentList } from "./schema";

const COLUMNS = sql`
  x.id, jsonb_build_object('id', a.id, 'name', a.name) as account, x.status, x.amount, x.currency,
  x.refunded_amount, case when x.status in ('PROCESSED', 'PARTIALLY_REFUNDED') and x.provider_reference is not null
    then x.amount - x.refunded_amount - x.refunding_amount else 0 end as refundable_amount,
  x.billing_amount, x.billing_currency, x.processing_amount, x.processing_currency, x.customer_email, x.customer_phone,
  x.reference, x.failure_reason, x.metadata, x.created_at, x.updated_at`;

const JOINS = sql`join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id`;

export const PAYMENT_INTENT_SOURCE: ListSource = {
  definition: paymentIntentList,
  table: "payment_intents",
  columns: COLUMNS,
  joins: JOINS,
  accountColumn: "account_id",
};

type Query = ListQuery<typeof paymentIntentList>;

/** One page of payment intents. Without the permission for personal data, e-mail and phone are masked and no filter. */
export async function listPaymentIntents(actor: TenantActor, query: Query): Promise<Page<PaymentIntent>> {
  if (query.filters.customer_email) requirePersonalData(actor);
  const page = await tenantRead(actor, "payment_intents:read", (db) =>
    listPage<PaymentIntent>(db, actor, PAYMENT_INTENT_SOURCE, query),
  );
  return { ...page, items: page.items.map((item) => maskRecord(actor, item)) };
}

/** Sums and counts of the rows that a list's filters hold, by account, status and currency. Never mixes currencies. */
export async function totalPaymentIntents(actor: TenantActor, query: Query): Promise<PaymentIntentTotal[]> {
  if (query.filters.customer_email) requirePersonalData(actor);
  const rows = listRowsSql(actor, PAYMENT_INTENT_SOURCE, query);
  return tenantRead(actor, "payment_intents:read", (db) =>
    db.rows<PaymentIntentTotal>(
      sql`select jsonb_build_object('id', a.id, 'name', a.name) as account, s.status, s.currency, s.count, s.amount
          from (select x.account_id, x.status, x.currency, count(*)::int as count, sum(x.amount)::bigint as amount
                from (${rows}) x group by x.account_id, x.status, x.currency) s
          join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.id = s.account_id
          order by a.name, a.id, s.status, s.currency`,
    ),
  );
}

/** One payment intent. @throws AppError `not_found` also for another tenant's. */
export async function getPaymentIntent(actor: TenantActor, input: { id: string }): Promise<PaymentIntent> {
  return tenantRead(actor, "payment_intents:read", (db) => readPaymentIntent(db, actor, input.id));
}

/** The stored payment intent inside a running unit of work. */
export async function readPaymentIntent(db: ReadClient, actor: TenantActor, id: string): Promise<PaymentIntent> {
  const [row] = await db.rows<PaymentIntent>(
    sql`select ${COLUMNS} from payment_intents x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "payment_intents_by_id",
  );
  if (!row) throw new AppError("not_found", "Payment intent not found");
  return maskRecord(actor, row);
}

/** One step in the life of a payment intent, as the audit log recorded it. */
export interface TimelineEntry {
  id: string;
  created_at: string;
  action: "insert" | "update" | "delete";
  operation: string | null;
  actor_kind: "user" | "api_key" | "platform_admin" | "system";
  actor_label: string;
  old_values: Record<string, unknown> | null;
  new_values: Record<string, unknown> | null;
}

const TIMELINE_LIMIT = 200;

/** What happened to a payment intent, newest first, at most 200 steps. */
export async function listPaymentIntentTimeline(actor: TenantActor, input: { id: string }): Promise<TimelineEntry[]> {
  const entries = await tenantRead(actor, "payment_intents:read", (db) =>
    db.rows<TimelineEntry>(
      sql`select l.id, l.created_at, l.action, l.operation, l.actor_kind, l.actor_label, l.old_values, l.new_values
          from audit_logs l where l.tenant_id = ${actor.tenantId}::uuid and l.table_name = 'payment_intents'
          and l.record_id = ${input.id} order by l.id desc limit ${TIMELINE_LIMIT}`,
    ),
  );
  return entries.map((entry) => ({
    ...entry,
    old_values: entry.old_values && maskRecord(actor, entry.old_values),
    new_values: entry.new_values && maskRecord(actor, entry.new_values),
  }));
}
