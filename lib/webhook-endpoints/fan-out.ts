import { v7 as uuidV7 } from "uuid";
import type { SystemActor } from "../actor";
import { type ReadClient, settingsInForce, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { webhookActor } from "./background";
import { addDeliveryJobs } from "./delivery-commands";
import { type EventResource, resourceOf } from "./event-types";
import { type MessageTenant, messageBody, readTenant } from "./message-body";

/**
 * Makes of kept rows of one resource what the API answers about such records, as the actor may see them, in the order of
 * the snapshots. The jobs know the resources; this noun does not.
 */
export type ObjectsOfSnapshots = (
  db: ReadClient,
  actor: SystemActor,
  resource: EventResource,
  snapshots: readonly object[],
) => Promise<object[]>;

interface Match {
  message_id: string;
  type: string;
  created_at: string;
  snapshot: object;
  endpoint_id: string | null;
  account_id: string | null;
  includes_personal_data: boolean;
  status: "enabled" | "disabled";
}

interface Target extends Match {
  endpoint_id: string;
}

const BATCH_SIZE = 100;

/**
 * Turns the messages of a tenant into deliveries, one for each endpoint that listens, with the body that is sent to it.
 * Several at once share the work; whoever runs last leaves nothing behind.
 */
export async function fanOutMessages(tenantId: string, objectsOf: ObjectsOfSnapshots): Promise<void> {
  let isLeft = true;
  while (isLeft) {
    isLeft = await tenantWrite(webhookActor(tenantId), null, "webhooks.fan_out", (db) =>
      fanOutBatch(db, tenantId, objectsOf),
    );
  }
}

async function fanOutBatch(db: WriteClient, tenantId: string, objectsOf: ObjectsOfSnapshots): Promise<boolean> {
  const actor = webhookActor(tenantId);
  const { mask_personal_data_in_webhooks: masksAll } = await settingsInForce(db);
  const taken = await takeMessages(db, actor);
  const matches = masksAll ? taken.map((match) => ({ ...match, includes_personal_data: false })) : taken;
  const targets = matches.filter((match): match is Target => match.endpoint_id !== null);
  if (targets.length > 0) {
    const bodies = await bodiesOf(db, tenantId, targets, await readTenant(db, actor), objectsOf);
    await storeDeliveries(db, tenantId, targets, bodies);
  }
  const left = await db.rows(
    sql`select 1 from webhook_messages m where m.tenant_id = ${tenantId}::uuid limit 1`,
    "webhook_messages_left",
  );
  return left.length > 0;
}

/** Takes the oldest messages away, with the endpoints that each one is for. */
function takeMessages(db: WriteClient, { tenantId }: SystemActor): Promise<Match[]> {
  return db.rows<Match>(
    sql`with taken as (
          delete from webhook_messages m where m.tenant_id = ${tenantId}::uuid and m.id = any (array(
            select o.id from webhook_messages o where o.tenant_id = ${tenantId}::uuid order by o.id limit ${BATCH_SIZE}))
          returning m.id, m.account_id, m.type, m.snapshot, m.created_at)
        select t.id as message_id, t.type, t.created_at, t.snapshot, e.id as endpoint_id, e.account_id, e.includes_personal_data, e.status
        from taken t
        left join webhook_endpoints e on e.tenant_id = ${tenantId}::uuid and e.event_types && array['*', t.type]
          and (e.account_id is null or exists (
            select 1 from accounts r join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
            where r.tenant_id = e.tenant_id and r.id = e.account_id and a.id = t.account_id))
        order by t.id, e.id`,
    "webhook_messages_take",
  );
}

/** Bodies by message and by whether personal data is in them; one statement for each resource and kind. */
async function bodiesOf(
  db: WriteClient,
  tenantId: string,
  targets: readonly Target[],
  tenant: MessageTenant,
  objectsOf: ObjectsOfSnapshots,
): Promise<Map<string, string>> {
  const groups = new Map<string, Map<string, Target>>();
  for (const target of targets) {
    const key = `${resourceOf(target.type)} ${target.includes_personal_data} ${isOwnTop(target)}`;
    const group = groups.get(key) ?? new Map<string, Target>();
    groups.set(key, group.set(target.message_id, target));
  }
  const bodies = new Map<string, string>();
  for (const group of groups.values()) {
    const members = [...group.values()];
    const [first] = members;
    const resource = first && resourceOf(first.type);
    if (!first || !resource) throw new Error(`There is no resource for the event ${first?.type}`);
    const reader = webhookActor(tenantId, { seesPersonalData: first.includes_personal_data });
    const snapshots = members.map(({ snapshot }) => snapshot);
    const objects = await objectsOf(db, reader, resource, snapshots);
    if (objects.length !== members.length)
      throw new Error(`${members.length} ${resource} rows became ${objects.length}`);
    for (const [index, member] of members.entries()) {
      const { message_id: id, type, created_at } = member;
      const object = { ...objects[index], ...(isOwnTop(member) && { parent: null }) };
      bodies.set(bodyKey(member), messageBody({ id, type, created_at }, tenant, object));
    }
  }
  return bodies;
}

const bodyKey = (target: Target) => `${target.message_id} ${target.includes_personal_data} ${isOwnTop(target)}`;

/** True where an endpoint of one branch is told of the branch's top: what is above is not its business. */
function isOwnTop({ type, account_id, snapshot }: Target): boolean {
  return account_id !== null && resourceOf(type) === "account" && "id" in snapshot && snapshot.id === account_id;
}

/** The payment that an event is about, by itself or by one of its refunds. */
function paymentOf({ type, snapshot }: Target): string | null {
  const key = { payment_intent: "id", refund: "payment_intent_id" }[String(resourceOf(type))];
  const id = key === undefined ? undefined : new Map<string, unknown>(Object.entries(snapshot)).get(key);
  return typeof id === "string" ? id : null;
}

async function storeDeliveries(
  db: WriteClient,
  tenantId: string,
  targets: readonly Target[],
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const now = new Date();
  const deliveries = targets.map((target) => ({
    tenantId,
    id: uuidV7(),
    accountId: target.account_id,
    endpointId: target.endpoint_id,
    messageId: target.message_id,
    eventType: target.type,
    paymentIntentId: paymentOf(target),
    body: bodies.get(bodyKey(target)) ?? "",
    status: target.status === "enabled" ? "pending" : "held",
    nextAttemptAt: target.status === "enabled" ? now : null,
  }));
  await db.webhookDelivery.createMany({ data: deliveries });
  await addDeliveryJobs(
    db,
    deliveries
      .filter(({ status }) => status === "pending")
      .map(({ id, endpointId }) => ({ delivery_id: id, endpoint_id: endpointId, tries: 0 })),
  );
}
