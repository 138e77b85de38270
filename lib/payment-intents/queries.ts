import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord, refusePersonalFilters, requirePersonalData } from "../personal-data";
import type { ProviderName } from "../provider-names";
import { configuredProvider } from "../providers";
import { type ListSource, listPage, type ReadClient, readTimeline, sql, tenantRead } from "../tenant-db";
import type { TimelineEntry } from "../timeline";
import { type PaymentIntent, paymentIntentList } from "./schema";

const COLUMNS = sql`
  x.id, jsonb_build_object('id', a.id, 'name', a.name) as account, x.status, x.amount, x.currency,
  x.refunded_amount, case when x.status in ('PROCESSED', 'PARTIALLY_REFUNDED') and x.provider_reference is not null
    then x.amount - x.refunded_amount - x.refunding_amount else 0 end as refundable_amount,
  x.billing_amount, x.billing_currency, x.processing_amount, x.processing_currency, x.customer_email, x.customer_phone,
  x.reference, x.failure_reason, x.provider, x.provider_reference, x.cancellation, x.confirmed_at, x.processed_at,
  x.metadata, x.created_at, x.updated_at`;

const JOINS = sql`join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id`;

export const PAYMENT_INTENT_SOURCE: ListSource = {
  definition: paymentIntentList,
  table: "payment_intents",
  columns: COLUMNS,
  joins: JOINS,
  accountColumn: "account_id",
  conditions: {
    import: (value) =>
      value.kind === "uuid"
        ? sql`x.id in (select l.payment_intent_id from import_lines l where l.import_id = any (${[...value.values]}::uuid[]))`
        : null,
  },
  search: (field, { needle, beyond, ascending, maxRows }) =>
    sql`app.search_payment_intents(${field}, ${needle}, ${beyond}::uuid, ${ascending}::boolean, ${maxRows}::int)`,
};

type Query = ListQuery<typeof paymentIntentList>;

/** One page of payment intents. Without the permission for personal data, e-mail and phone are masked and no filter. */
export async function listPaymentIntents(actor: TenantActor, query: Query): Promise<Page<PaymentIntent>> {
  if (query.filters.customer_email ?? query.filters.customer_email_not) requirePersonalData(actor);
  refusePersonalFilters(actor, query.filters);
  const page = await tenantRead(actor, "payment_intents:read", (db) =>
    listPage<PaymentIntent>(db, actor, PAYMENT_INTENT_SOURCE, query),
  );
  return { ...page, items: page.items.map((item) => maskRecord(actor, item)) };
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

const EVENTS_LIMIT = 200;

/** What happened to a payment intent, newest first, at most 200 steps. */
export async function listPaymentIntentTimeline(actor: TenantActor, input: { id: string }): Promise<TimelineEntry[]> {
  const entries = await tenantRead(actor, "payment_intents:read", (db) =>
    readTimeline(db, actor, "payment_intents", input.id),
  );
  return entries.map((entry) => ({
    ...entry,
    old_values: maskRecord(actor, entry.old_values),
    new_values: maskRecord(actor, entry.new_values),
  }));
}

/** Who would collect a payment that is confirmed now, and whether it takes the token of a payment method. */
export function nextCollector(): { provider: ProviderName; needsPaymentMethod: boolean } {
  const { name, needsPaymentMethod } = configuredProvider();
  return { provider: name, needsPaymentMethod };
}

/** What a provider said of a payment or one of its refunds. */
export interface PaymentEvent {
  id: string;
  created_at: string;
  occurred_at: string;
  provider: string;
  event_id: string;
  type: string;
  outcome: "applied" | "ignored" | "contradicted";
}

/** What providers said of a payment intent by webhook, newest first, at most 200 events. */
export async function listPaymentEvents(actor: TenantActor, input: { id: string }): Promise<PaymentEvent[]> {
  return tenantRead(actor, "payment_intents:read", (db) =>
    db.rows<PaymentEvent>(
      sql`select e.id, e.created_at, e.occurred_at, e.provider, e.event_id, e.type, e.outcome from payment_events e
          where e.tenant_id = ${actor.tenantId}::uuid and e.payment_intent_id = ${input.id}::uuid
          order by e.id desc limit ${EVENTS_LIMIT}`,
      "payment_events_of_payment",
    ),
  );
}
