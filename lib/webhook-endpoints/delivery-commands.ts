import { v7 as uuidV7 } from "uuid";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { addJobs, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { readDelivery } from "./delivery-queries";
import { MAX_RESENT, type ResendWebhooksInput, type ResentWebhooks, type WebhookDelivery } from "./delivery-schema";
import { PING } from "./event-types";
import { messageBody, readTenant } from "./message-body";
import { readWebhookEndpoint } from "./queries";

/** Sends a ping to the endpoint, switched on or not: it is tried once, and no endpoint fails by it. */
export async function testWebhookEndpoint(actor: TenantActor, input: { id: string }): Promise<WebhookDelivery> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.test", async (db) => {
    const endpoint = await readWebhookEndpoint(db, actor, input.id);
    const message = { id: uuidV7(), type: PING, created_at: new Date().toISOString() };
    const { id } = await db.webhookDelivery.create({
      data: {
        tenantId: actor.tenantId,
        accountId: endpoint.account?.id ?? null,
        endpointId: endpoint.id,
        messageId: message.id,
        eventType: PING,
        body: messageBody(message, await readTenant(db, actor), { id: endpoint.id, url: endpoint.url }),
        nextAttemptAt: new Date(),
      },
      select: { id: true },
    });
    await addDeliveryJobs(db, [{ delivery_id: id, endpoint_id: endpoint.id, tries: 0 }]);
    return listed(await readDelivery(db, actor, id));
  });
}

/** Sends one delivery again, with the same id and body: receivers tell by the id that they have had it. */
export async function resendWebhookDelivery(actor: TenantActor, input: { id: string }): Promise<WebhookDelivery> {
  return tenantWrite(actor, "webhooks:write", "webhook_deliveries.resend", async (db) => {
    const delivery = await readDelivery(db, actor, input.id);
    if (delivery.event_type !== PING) await requireEnabled(db, actor, delivery.webhook_endpoint.id);
    await resend(db, actor, delivery.webhook_endpoint.id, [input.id]);
    return listed(await readDelivery(db, actor, input.id));
  });
}

/** Sends again what an endpoint missed in a window of time. */
export async function resendWebhooks(actor: TenantActor, input: ResendWebhooksInput): Promise<ResentWebhooks> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.resend", async (db) => {
    await requireEnabled(db, actor, input.id);
    const found = await db.webhookDelivery.findMany({
      where: {
        endpointId: input.id,
        createdAt: { gte: new Date(input.created_from), lt: new Date(input.created_to) },
        status: { in: input.statuses },
        eventType: { not: PING },
      },
      orderBy: { id: "asc" },
      take: MAX_RESENT + 1,
      select: { id: true },
    });
    const ids = found.slice(0, MAX_RESENT).map(({ id }) => id);
    await resend(db, actor, input.id, ids);
    return { resent: ids.length, has_more: found.length > MAX_RESENT };
  });
}

/** What waits for an endpoint that is switched off is held. */
export async function holdDeliveries(db: WriteClient, endpointId: string): Promise<void> {
  await db.webhookDelivery.updateMany({
    where: { endpointId, status: "pending", eventType: { not: PING } },
    data: { status: "held", nextAttemptAt: null },
  });
}

/** A delivery and what its job must know: a job for another number of tries is out of date and does nothing. */
export interface DeliveryJob {
  delivery_id: string;
  endpoint_id: string;
  tries: number;
  runAt?: Date;
}

// One slow receiver takes this many places of the worker at most.
const LANES = 2;

/** Adds the jobs that send. Jobs of one endpoint run in few queues, so that it does not hold up others. */
export async function addDeliveryJobs(db: WriteClient, jobs: readonly DeliveryJob[]): Promise<void> {
  await addJobs(
    db,
    "webhooks.deliver",
    jobs.map(({ delivery_id, endpoint_id, tries, runAt }) => ({
      payload: { delivery_id, tries },
      key: delivery_id,
      queue: `webhooks:${endpoint_id}:${Number.parseInt(delivery_id.slice(-1), 16) % LANES}`,
      ...(runAt && { runAt }),
    })),
  );
}

async function resend(db: WriteClient, actor: TenantActor, endpointId: string, ids: readonly string[]): Promise<void> {
  const now = new Date();
  await db.webhookDelivery.updateMany({
    where: { id: { in: [...ids] } },
    data: {
      status: "pending",
      tries: 0,
      nextAttemptAt: now,
      resentAt: now,
      resentBy: actor.kind === "member" ? actor.userId : null,
    },
  });
  await addDeliveryJobs(
    db,
    ids.map((delivery_id) => ({ delivery_id, endpoint_id: endpointId, tries: 0 })),
  );
}

async function requireEnabled(db: WriteClient, actor: TenantActor, id: string): Promise<void> {
  const [endpoint] = await db.rows<{ status: string }>(
    // Shared: nobody switches it off between the look and the sending.
    sql`select status from webhook_endpoints where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid for share`,
    "webhook_endpoints_status",
  );
  if (!endpoint) throw new AppError("not_found", "Webhook endpoint not found");
  if (endpoint.status !== "enabled") throw new AppError("conflict", "Switch the endpoint on first");
}

function listed({ body: _body, ...delivery }: WebhookDelivery & { body: string }): WebhookDelivery {
  return delivery;
}
