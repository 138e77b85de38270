import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord } from "../personal-data";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import {
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryDetail,
  webhookDeliveryList,
} from "./delivery-schema";
import { EVENT_PERMISSIONS, resourceOf } from "./event-types";
import type { DeliveryStatus } from "./names";

const COLUMNS = sql`
  x.id, jsonb_build_object('id', e.id, 'url', e.url) as webhook_endpoint, x.message_id, x.event_type, x.status, x.attempt_count,
  x.next_attempt_at, x.last_attempt_at, x.last_status_code, x.last_error, x.resent_at, x.created_at`;

const JOINS = sql`join webhook_endpoints e on e.tenant_id = x.tenant_id and e.id = x.endpoint_id`;

const SOURCE: ListSource = {
  definition: webhookDeliveryList,
  table: "webhook_deliveries",
  columns: COLUMNS,
  joins: JOINS,
  accountColumn: "account_id",
};

const MAX_ATTEMPTS = 50;

/** One page of deliveries, newest first, without what was sent. */
export async function listWebhookDeliveries(
  actor: TenantActor,
  query: ListQuery<typeof webhookDeliveryList>,
): Promise<Page<WebhookDelivery>> {
  return tenantRead(actor, "webhooks:read", (db) => listPage<WebhookDelivery>(db, actor, SOURCE, query));
}

const PAYMENT_LIMIT = 100;

/** What was told of a payment and its refunds, newest first, at most 100 deliveries. */
export async function listPaymentDeliveries(actor: TenantActor, input: { id: string }): Promise<WebhookDelivery[]> {
  return tenantRead(actor, "webhooks:read", (db) =>
    db.rows<WebhookDelivery>(
      sql`select ${COLUMNS} from webhook_deliveries x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid
          and x.payment_intent_id = ${input.id}::uuid order by x.id desc limit ${PAYMENT_LIMIT}`,
      "webhook_deliveries_of_payment",
    ),
  );
}

/** One delivery with its requests and answers. @throws AppError `not_found` also for another tenant's. */
export async function getWebhookDelivery(actor: TenantActor, input: { id: string }): Promise<WebhookDeliveryDetail> {
  return tenantRead(actor, "webhooks:read", async (db) => {
    // One after the other, each of which sees its own moment: whoever reads that it was received finds the answer.
    const { body, ...delivery } = await readDelivery(db, actor, input.id);
    const attempts = await db.rows<WebhookAttempt>(
      sql`select t.id, t.number, t.url, t.request_headers, t.status_code, t.response_headers, t.response_body,
            t.response_is_cut, t.duration_ms, t.error, t.created_at
          from webhook_attempts t where t.tenant_id = ${actor.tenantId}::uuid and t.delivery_id = ${input.id}::uuid
          order by t.id desc limit ${MAX_ATTEMPTS}`,
      "webhook_attempts_of_delivery",
    );
    return { ...delivery, body: readableBody(actor, delivery.event_type, body), attempts: maskRecord(actor, attempts) };
  });
}

/** The stored delivery inside a running unit of work. */
export async function readDelivery(
  db: ReadClient,
  actor: TenantActor,
  id: string,
): Promise<WebhookDelivery & { body: string }> {
  const [row] = await db.rows<WebhookDelivery & { body: string }>(
    sql`select ${COLUMNS}, x.body from webhook_deliveries x ${JOINS}
        where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "webhook_deliveries_by_id",
  );
  if (!row) throw new AppError("not_found", "Webhook delivery not found");
  return row;
}

/** Deliveries of an endpoint by their status, as far as they are kept. */
export async function countWebhookDeliveries(
  actor: TenantActor,
  input: { id: string },
): Promise<Record<DeliveryStatus, number>> {
  const rows = await tenantRead(actor, "webhooks:read", (db) =>
    db.rows<{ status: DeliveryStatus; count: number }>(
      sql`select s.status, (select count(*)::int from (select from webhook_deliveries d
            where d.tenant_id = ${actor.tenantId}::uuid and d.endpoint_id = ${input.id}::uuid and d.status = s.status limit 1000) c) as count
          from unnest(array['pending', 'succeeded', 'failed', 'held']) as s (status)`,
      "webhook_deliveries_by_status",
    ),
  );
  const counts = { pending: 0, succeeded: 0, failed: 0, held: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/** Whoever may see deliveries does not thereby see the records in them. */
function readableBody(actor: TenantActor, eventType: string, body: string): string | null {
  const resource = resourceOf(eventType);
  if (resource && !actor.permissions.has(EVENT_PERMISSIONS[resource])) return null;
  if (actor.permissions.has("customers:read_personal_data")) return body;
  const message = JSON.parse(body) as { data: { object: Record<string, unknown> } };
  return JSON.stringify({ ...message, data: { ...message.data, object: maskRecord(actor, message.data.object) } });
}
