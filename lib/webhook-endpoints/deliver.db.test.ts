import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, test } from "vitest";
import { updateAccount } from "@/lib/accounts/commands";
import { account as accountSchema } from "@/lib/accounts/schema";
import { webhookObjects } from "@/lib/jobs/webhook-objects";
import { sendOut } from "@/lib/outbound/send";
import { cancelPaymentIntent } from "@/lib/payment-intents/commands";
import { paymentIntent as paymentIntentSchema } from "@/lib/payment-intents/schema";
import { updateTenantConfig } from "@/lib/tenant-configs/commands";
import { getTenantConfig } from "@/lib/tenant-configs/queries";
import { keepWebhooks, tenantWrite } from "@/lib/tenant-db";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeWebhookEndpoint, type ReceivedRequest, receiverOfThisFile } from "@/lib/testing/webhooks";
import { disableWebhookEndpoint, enableWebhookEndpoint, rotateWebhookSecret, updateWebhookEndpoint } from "./commands";
import { deliverWebhook } from "./deliver";
import { resendWebhookDelivery, resendWebhooks, testWebhookEndpoint } from "./delivery-commands";
import { countWebhookDeliveries, getWebhookDelivery } from "./delivery-queries";
import type { DeliveryTools } from "./due";
import { fanOutMessages } from "./fan-out";
import { getWebhookEndpoint } from "./queries";
import { MAX_TRIES } from "./retries";

const database = doorsOfThisFile();
const receiver = receiverOfThisFile();
const DAY = 86_400_000;
let tenant: TestTenant;
let clock = Date.now();

const tools: DeliveryTools = {
  now: () => clock,
  random: () => 0.5,
  send: (outgoing) => sendOut(outgoing, { allowLoopback: true, timeoutMs: 2000 }),
};

beforeEach(async () => {
  tenant = await createTenant(database());
  clock = Date.now();
});

interface StoredDelivery {
  id: string;
  tries: number;
  status: string;
  endpoint_id: string;
  event_type: string;
  next_attempt_at: Date | null;
}

const stored = () =>
  asOwner<StoredDelivery>(
    database(),
    "select id, tries, status, endpoint_id, event_type, next_attempt_at from webhook_deliveries where tenant_id = $1 order by id",
    [tenant.id],
  );

const fanOut = () => fanOutMessages(tenant.id, webhookObjects);

/** What the worker would do now: each pending delivery once. */
async function deliverAll(): Promise<void> {
  for (const { id, tries } of (await stored()).filter(({ status }) => status === "pending"))
    await deliverWebhook({ tenant_id: tenant.id, delivery_id: id, tries }, tools);
}

const verified = (secret: string, { body, headers }: ReceivedRequest) =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as {
    id: string;
    type: string;
    created_at: string;
    tenant: { id: string; name: string };
    data: { object: Record<string, unknown> };
  };

const jobsOf = (name: string) =>
  asOwner<{ key: string | null; run_at: Date; queue: string | null; payload: Record<string, unknown> }>(
    database(),
    `select j.key, j.run_at, q.queue_name as queue, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where t.identifier = $1 and j.payload ->> 'tenant_id' = $2 order by j.id`,
    [name, tenant.id],
  );

describe("what happens", () => {
  test("is sent signed, as the API would answer it, at the moment of the change", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url });
    const account = await makeAccount(tenant, { metadata: { stars: 4 } });
    const intent = await makePaymentIntent(tenant, account.id, { customer_email: "ann@example.com" });
    await cancelPaymentIntent(tenant.system, { id: intent.id });
    await updateAccount(tenant.system, { id: account.id, display_name: "Later" });
    await fanOut();
    await deliverAll();
    const { received } = receiver();
    expect(received.map((request) => request.path)).toEqual(Array(4).fill("/hooks"));
    const events = received.map((request) => verified(endpoint.secret, request));
    expect(events.map(({ type }) => type)).toEqual([
      "account.created",
      "payment_intent.created",
      "payment_intent.canceled",
      "account.updated",
    ]);
    const [first, created, canceled] = events;
    expect(first?.data.object).toEqual(account);
    expect(accountSchema.parse(first?.data.object)).toEqual(first?.data.object);
    expect(first).toMatchObject({ tenant: { id: tenant.id, name: `Tenant ${tenant.slug}` } });
    expect(paymentIntentSchema.parse(created?.data.object)).toEqual(created?.data.object);
    expect(created?.data.object).toMatchObject({
      id: intent.id,
      status: "INITIALIZED",
      customer_email: "a•••@example.com",
    });
    expect(canceled?.data.object).toMatchObject({ status: "CANCELED" });
    expect(received[0]?.headers).toMatchObject({
      "webhook-id": first?.id,
      "content-type": "application/json",
      "user-agent": expect.stringMatching(/^Bulkhead\//),
    });
    expect((await stored()).map(({ status }) => status)).toEqual(Array(4).fill("succeeded"));
    const detail = await getWebhookDelivery(tenant.system, { id: (await stored())[0]?.id ?? "" });
    expect(detail).toMatchObject({
      attempt_count: 1,
      last_status_code: 200,
      last_error: null,
      body: received[0]?.body,
    });
    expect(detail.attempts).toMatchObject([
      {
        number: 1,
        status_code: 200,
        response_body: "ok",
        error: null,
        response_headers: { "content-type": "text/plain" },
      },
    ]);
    expect(await asOwner(database(), "select 1 from webhook_messages where tenant_id = $1", [tenant.id])).toEqual([]);
  });

  test("is told with personal data where the endpoint has been given that", async () => {
    await makeWebhookEndpoint(tenant, { url: receiver().url, includes_personal_data: true });
    await makeWebhookEndpoint(tenant, { url: receiver().url, event_types: ["payment_intent.created"] });
    const account = await makeAccount(tenant);
    await makePaymentIntent(tenant, account.id, { customer_email: "ann@example.com" });
    await fanOut();
    await deliverAll();
    const emails = receiver()
      .received.map(({ body }) => JSON.parse(body).data.object.customer_email)
      .filter(Boolean);
    expect(emails.sort()).toEqual(["ann@example.com", "a•••@example.com"]);
  });

  test("is told with masked data where the tenant's settings say so, whatever the endpoint has been given", async () => {
    const { id } = await makeWebhookEndpoint(tenant, { url: receiver().url, includes_personal_data: true });
    const { version } = await getTenantConfig(tenant.system);
    await updateTenantConfig(tenant.system, { version, mask_personal_data_in_webhooks: true });
    expect(await getWebhookEndpoint(tenant.system, { id })).toMatchObject({
      includes_personal_data: true,
      sends_personal_data: false,
    });
    const account = await makeAccount(tenant);
    await makePaymentIntent(tenant, account.id, { customer_email: "ann@example.com" });
    await fanOut();
    await deliverAll();
    const emails = receiver()
      .received.map(({ body }) => JSON.parse(body).data.object.customer_email)
      .filter(Boolean);
    expect(emails).toEqual(["a•••@example.com"]);
  });

  test("is told only to those who listen to it, and of their account and what is below it", async () => {
    const [region, elsewhere] = [await makeAccount(tenant), await makeAccount(tenant)];
    const hotel = await makeAccount(tenant, { parent_id: region.id });
    const branch = await makeWebhookEndpoint(tenant, {
      event_types: ["payment_intent.created"],
      account_id: region.id,
    });
    const refunds = await makeWebhookEndpoint(tenant, { event_types: ["refund.created"] });
    const whole = await makeWebhookEndpoint(tenant, { event_types: ["payment_intent.created"] });
    for (const { id } of [hotel, elsewhere]) await makePaymentIntent(tenant, id);
    await fanOut();
    const counts = async (id: string) => (await stored()).filter(({ endpoint_id }) => endpoint_id === id).length;
    expect([await counts(branch.id), await counts(whole.id), await counts(refunds.id)]).toEqual([1, 2, 0]);
  });

  test("is not told where a change is undone, where nobody listens, and where an import brings history", async () => {
    await makeAccount(tenant);
    expect(await jobsOf("webhooks.fan_out")).toEqual([]);
    await makeWebhookEndpoint(tenant, { event_types: ["account.created", "payment_intent.created"] });
    const undone = tenantWrite(tenant.system, null, "test", async (db) => {
      await db.account.create({ data: { tenantId: tenant.id, name: "Undone", currency: "EUR" }, select: { id: true } });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await jobsOf("webhooks.fan_out")).toEqual([]);
    const account = await makeAccount(tenant);
    expect(await jobsOf("webhooks.fan_out")).toHaveLength(1);
    await tenantWrite(tenant.system, null, "payment_intents.import", (db) =>
      db.paymentIntent.create({
        data: { tenantId: tenant.id, accountId: account.id, billingAmount: 1n, billingCurrency: "EUR" },
        select: { id: true },
      }),
    );
    expect(await jobsOf("webhooks.fan_out")).toHaveLength(1);
  });

  test("of many at once becomes one delivery each, whoever shares the work", async () => {
    await makeWebhookEndpoint(tenant, { event_types: ["account.created"] });
    await tenantWrite(tenant.system, null, "test", (db) =>
      db.account.createMany({
        data: Array.from({ length: 230 }, (_, i) => ({ tenantId: tenant.id, name: `Hotel ${i}`, currency: "EUR" })),
      }),
    );
    expect(await jobsOf("webhooks.fan_out")).toHaveLength(1);
    await Promise.all([fanOut(), fanOut(), fanOut()]);
    expect(await stored()).toHaveLength(230);
    const jobs = await jobsOf("webhooks.deliver");
    expect(jobs).toHaveLength(230);
    expect(new Set(jobs.map(({ queue }) => queue)).size).toBe(2);
  });
});

describe("signatures", () => {
  test("are made with both secrets during a rotation, and with the new one only afterwards", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url });
    const { secret } = await rotateWebhookSecret(tenant.system, { id: endpoint.id, overlap_hours: 24 });
    await testWebhookEndpoint(tenant.system, { id: endpoint.id });
    await deliverAll();
    const [during] = receiver().received;
    if (!during) throw new Error("nothing arrived");
    expect(String(during.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    for (const one of [secret, endpoint.secret]) expect(verified(one, during).type).toBe("webhook_endpoint.ping");
    await asOwner(
      database(),
      "update webhook_secrets set expires_at = now() where tenant_id = $1 and expires_at is not null",
      [tenant.id],
    );
    await testWebhookEndpoint(tenant.system, { id: endpoint.id });
    await deliverAll();
    const after = receiver().received[1];
    if (!after) throw new Error("nothing arrived");
    expect(verified(secret, after).type).toBe("webhook_endpoint.ping");
    expect(() => verified(endpoint.secret, after)).toThrow("No matching signature");
  });

  test("do not cover another body, another time, another secret", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url });
    await testWebhookEndpoint(tenant.system, { id: endpoint.id });
    await deliverAll();
    const [request] = receiver().received;
    if (!request) throw new Error("nothing arrived");
    expect(() => verified(endpoint.secret, { ...request, body: request.body.replace("ping", "pong") })).toThrow();
    const later = String(Number(request.headers["webhook-timestamp"]) + 1);
    expect(() =>
      verified(endpoint.secret, { ...request, headers: { ...request.headers, "webhook-timestamp": later } }),
    ).toThrow();
    expect(() => verified("whsec_AAAA", request)).toThrow();
  });

  test("that cannot be made, since the secret does not open, are said so and sent nowhere", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url });
    await asOwner(
      database(),
      "update webhook_secrets set sealed_secret = decode(repeat('00', 80), 'hex') where endpoint_id = $1",
      [endpoint.id],
    );
    const { id } = await testWebhookEndpoint(tenant.system, { id: endpoint.id });
    await deliverAll();
    expect(receiver().received).toEqual([]);
    expect((await getWebhookDelivery(tenant.system, { id })).last_error).toContain("rotate it");
  });
});

/** One message for a new endpoint, whose receiver answers with this status. */
async function failing(status: number, headers: Record<string, string> = {}) {
  receiver().answer = (_request, response) => response.writeHead(status, headers).end("no");
  const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url, event_types: ["account.created"] });
  await makeAccount(tenant);
  await fanOut();
  const [delivery] = await stored();
  if (!delivery) throw new Error("there is no delivery");
  return { endpoint, delivery, reread: async () => (await stored()).find(({ id }) => id === delivery.id) ?? delivery };
}

describe("a receiver that does not take it", () => {
  test("is tried again by a job at the time that the schedule says, with the same id and body", async () => {
    const { delivery, reread } = await failing(500);
    await deliverAll();
    const after = await reread();
    expect(after).toMatchObject({ status: "pending", tries: 1 });
    expect(after.next_attempt_at?.getTime()).toBe(clock + 5000);
    const [job] = (await jobsOf("webhooks.deliver")).filter(({ payload }) => payload.tries === 1);
    expect(job).toMatchObject({ payload: { delivery_id: delivery.id, tries: 1 } });
    expect(job?.run_at.getTime()).toBe(clock + 5000);
    await deliverAll();
    const [first, second] = receiver().received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect((await getWebhookDelivery(tenant.system, { id: delivery.id })).attempts.map(({ number }) => number)).toEqual(
      [2, 1],
    );
  });

  test("is left alone by a job that is out of date", async () => {
    const { delivery } = await failing(500);
    await deliverAll();
    await deliverWebhook({ tenant_id: tenant.id, delivery_id: delivery.id, tries: 0 }, tools);
    expect(receiver().received).toHaveLength(1);
  });

  test("may ask for a longer wait", async () => {
    const { reread } = await failing(503, { "retry-after": "600" });
    await deliverAll();
    expect((await reread()).next_attempt_at?.getTime()).toBe(clock + 600_000);
  });

  test("with a redirect is not followed", async () => {
    const { delivery } = await failing(302, { location: "/elsewhere" });
    await deliverAll();
    expect(receiver().received.map(({ path }) => path)).toEqual(["/hooks"]);
    expect((await getWebhookDelivery(tenant.system, { id: delivery.id })).last_error).toContain(
      "redirects are not followed",
    );
  });

  test("for three days is switched off with a notice, and what waits for it is held", async () => {
    const [reader, silent] = [await createMember(database(), tenant), await createMember(database(), tenant)];
    await createMember(database(), tenant, { role: "viewer" });
    await asOwner(
      database(),
      "insert into notice_choices (user_id, kind, mail) values ($1, 'webhook_endpoint_failing', false)",
      [silent.userId],
    );
    const { endpoint, reread } = await failing(500);
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      await deliverAll();
      const { status, next_attempt_at } = await reread();
      if (tries < MAX_TRIES) {
        expect(status).toBe("pending");
        expect((await getWebhookEndpoint(tenant.system, { id: endpoint.id })).status).toBe("enabled");
        clock = next_attempt_at?.getTime() ?? clock;
        if (tries === MAX_TRIES - 1) {
          await makeAccount(tenant);
          await fanOut();
        }
      }
    }
    expect((await reread()).status).toBe("failed");
    const off = await getWebhookEndpoint(tenant.system, { id: endpoint.id });
    expect(off).toMatchObject({ status: "disabled", disabled_reason: "failing", failures_in_a_row: MAX_TRIES });
    expect((await countWebhookDeliveries(tenant.system, { id: endpoint.id })).held).toBe(1);
    const notices = await asOwner(
      database(),
      "select kind, audience, subject_id, details from notices where tenant_id = $1",
      [tenant.id],
    );
    expect(notices).toEqual([
      {
        kind: "webhook_endpoint_failing",
        audience: "webhooks:write",
        subject_id: endpoint.id,
        details: { url: receiver().url, last_error: "Answered 500" },
      },
    ]);
    const mails = await asOwner(
      database(),
      `select u.id, m.body_text like '%/webhooks/' || $2 || '%' as leads_there from mails m join users u on u.email = m.recipient
       where m.about_tenant_id = $1 and m.kind = 'webhook_endpoint_off' order by u.id = $3 desc`,
      [tenant.id, endpoint.id, reader.userId],
    );
    expect(mails[0]).toEqual({ id: reader.userId, leads_there: true });
    expect(mails.map(({ id }) => id)).not.toContain(silent.userId);
    const [audit] = await asOwner(
      database(),
      `select operation, actor_kind, actor_label, new_values ->> 'status' as status from audit_logs
       where tenant_id = $1 and table_name = 'webhook_endpoints' and action = 'update'`,
      [tenant.id],
    );
    expect(audit).toEqual({
      operation: "webhooks.deliver",
      actor_kind: "system",
      actor_label: "webhooks",
      status: "disabled",
    });
  });

  test("that recovers is well again", async () => {
    const { endpoint } = await failing(500);
    await deliverAll();
    expect(await getWebhookEndpoint(tenant.system, { id: endpoint.id })).toMatchObject({ failures_in_a_row: 1 });
    receiver().answer = (_request, response) => response.writeHead(204).end();
    await deliverAll();
    expect(await getWebhookEndpoint(tenant.system, { id: endpoint.id })).toMatchObject({
      failures_in_a_row: 0,
      failing_since: null,
      last_success_at: expect.any(String),
    });
  });

  test("that says 410 is switched off at once", async () => {
    const { endpoint, reread } = await failing(410);
    await deliverAll();
    expect((await reread()).status).toBe("failed");
    expect(await getWebhookEndpoint(tenant.system, { id: endpoint.id })).toMatchObject({
      status: "disabled",
      disabled_reason: "gone",
    });
  });

  test("is not to blame for a ping: it is tried once, also where the endpoint is off", async () => {
    receiver().answer = (_request, response) => response.writeHead(500).end();
    const { id } = await makeWebhookEndpoint(tenant, { url: receiver().url });
    await disableWebhookEndpoint(tenant.system, { id });
    await testWebhookEndpoint(tenant.system, { id });
    await deliverAll();
    expect((await stored()).map(({ status, tries }) => [status, tries])).toEqual([["failed", 1]]);
    expect(await getWebhookEndpoint(tenant.system, { id })).toMatchObject({ failures_in_a_row: 0 });
  });

  test("at an address that turned private is not reached, and the log does not say what is there", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url });
    const { id } = await testWebhookEndpoint(tenant.system, { id: endpoint.id });
    const [delivery] = await stored();
    await deliverWebhook(
      { tenant_id: tenant.id, delivery_id: delivery?.id ?? "", tries: 0 },
      { ...tools, send: (outgoing) => sendOut(outgoing, { allowLoopback: false }) },
    );
    expect(receiver().received).toEqual([]);
    expect((await getWebhookDelivery(tenant.system, { id })).last_error).toContain("refused");
  });
});

test("what a suspended tenant would send waits, untried, and is sent once it is active again", async () => {
  await makeWebhookEndpoint(tenant, { url: receiver().url });
  await makeAccount(tenant);
  await fanOut();
  const change = (status: string) =>
    asOwner(database(), "update tenants set status = $2 where id = $1", [tenant.id, status]);
  await change("suspended");
  await deliverAll();
  expect(receiver().received).toEqual([]);
  const [waiting] = await stored();
  expect(waiting).toMatchObject({ status: "pending", tries: 0 });
  expect(waiting?.next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + DAY / 4);
  await change("active");
  expect((await stored())[0]?.next_attempt_at?.getTime()).toBeLessThanOrEqual(Date.now());
  const job = (await jobsOf("webhooks.deliver")).find(({ payload }) => payload.delivery_id === waiting?.id);
  expect(job?.payload).toMatchObject({ tries: 0, tenant_id: tenant.id });
  expect(job?.run_at.getTime()).toBeLessThanOrEqual(Date.now());
  await deliverAll();
  expect(receiver().received).toHaveLength(1);
});

describe("sending again", () => {
  test("sends one delivery with the same id, and notes who wanted it", async () => {
    const { delivery, reread } = await failing(500);
    await deliverAll();
    receiver().answer = (_request, response) => response.writeHead(200).end();
    const owner = await createMember(database(), tenant);
    const again = await resendWebhookDelivery(owner, { id: delivery.id });
    expect(again).toMatchObject({ status: "pending", resent_at: expect.any(String) });
    await deliverAll();
    expect((await reread()).status).toBe("succeeded");
    const [first, second] = receiver().received;
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    const [row] = await asOwner<{ resent_by: string }>(
      database(),
      "select resent_by from webhook_deliveries where id = $1",
      [delivery.id],
    );
    expect(row?.resent_by).toBe(owner.userId);
  });

  test("sends a window of time: what failed or was held, nothing outside of it and nothing that arrived", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url, event_types: ["account.created"] });
    const other = await makeWebhookEndpoint(tenant, { url: receiver().url, event_types: ["account.created"] });
    for (let i = 0; i < 4; i += 1) await makeAccount(tenant);
    await fanOut();
    const own = (await stored()).filter(({ endpoint_id }) => endpoint_id === endpoint.id);
    const set = (index: number, status: string, created: string) =>
      asOwner(
        database(),
        "update webhook_deliveries set status = $2, next_attempt_at = null, created_at = $3 where id = $1",
        [own[index]?.id, status, created],
      );
    await asOwner(database(), "alter table webhook_deliveries disable trigger stamp_row");
    await set(0, "failed", "2026-11-01T10:00:00Z");
    await set(1, "held", "2026-11-01T10:59:59Z");
    await set(2, "succeeded", "2026-11-01T10:30:00Z");
    await set(3, "failed", "2026-11-01T11:00:00Z");
    await asOwner(database(), "alter table webhook_deliveries enable trigger stamp_row");
    const window = { created_from: "2026-11-01T10:00:00.000Z", created_to: "2026-11-01T11:00:00.000Z" };
    const result = await resendWebhooks(tenant.system, { id: endpoint.id, ...window, statuses: ["failed", "held"] });
    expect(result).toEqual({ resent: 2, has_more: false });
    const after = (await stored()).filter(({ endpoint_id }) => endpoint_id === endpoint.id).map(({ status }) => status);
    expect(after).toEqual(["pending", "pending", "succeeded", "failed"]);
    expect((await stored()).filter(({ endpoint_id }) => endpoint_id === other.id)).toHaveLength(4);
  });

  test("waits until the endpoint is on: what happened meanwhile is held, and not lost", async () => {
    const endpoint = await makeWebhookEndpoint(tenant, { url: receiver().url, event_types: ["account.created"] });
    await makeAccount(tenant);
    await fanOut();
    await disableWebhookEndpoint(tenant.system, { id: endpoint.id });
    await makeAccount(tenant);
    await fanOut();
    await deliverAll();
    expect((await stored()).map(({ status }) => status)).toEqual(["held", "held"]);
    expect(receiver().received).toEqual([]);
    const day = { created_from: new Date(clock - DAY).toISOString(), created_to: new Date(clock + DAY).toISOString() };
    const wish = { id: endpoint.id, ...day, statuses: ["held" as const] };
    await expect(resendWebhooks(tenant.system, wish)).rejects.toMatchObject({ code: "conflict" });
    await enableWebhookEndpoint(tenant.system, { id: endpoint.id });
    expect((await resendWebhooks(tenant.system, wish)).resent).toBe(2);
    await deliverAll();
    expect(receiver().received).toHaveLength(2);
  });
});

test("a request that ends after its endpoint was changed or deleted does no harm", async () => {
  const { endpoint, delivery } = await failing(500);
  const slow: DeliveryTools = {
    ...tools,
    send: async (outgoing) => {
      const result = await tools.send(outgoing);
      await updateWebhookEndpoint(tenant.system, { id: endpoint.id, description: "Changed" });
      await resendWebhookDelivery(tenant.system, { id: delivery.id });
      return result;
    },
  };
  await deliverAll();
  await deliverWebhook({ tenant_id: tenant.id, delivery_id: delivery.id, tries: 1 }, slow);
  // The series that somebody began anew stands at its start, and the request is in the log.
  expect((await stored())[0]).toMatchObject({ status: "pending", tries: 0 });
  expect((await getWebhookDelivery(tenant.system, { id: delivery.id })).attempts).toHaveLength(2);
});

test("upkeep adds jobs for what was lost, and deletes what is old with its requests", async () => {
  const { delivery } = await failing(500);
  await deliverAll();
  await makeAccount(tenant);
  const forget = "delete from graphile_worker._private_jobs where payload ->> 'tenant_id' = $1";
  await asOwner(database(), forget, [tenant.id]);
  await asOwner(database(), "update webhook_messages set created_at = now() - interval '1 hour' where tenant_id = $1", [
    tenant.id,
  ]);
  await asOwner(database(), "update webhook_deliveries set next_attempt_at = now() - interval '1 hour' where id = $1", [
    delivery.id,
  ]);
  await keepWebhooks(30);
  expect(await jobsOf("webhooks.fan_out")).toHaveLength(1);
  expect(await jobsOf("webhooks.deliver")).toMatchObject([{ payload: { delivery_id: delivery.id, tries: 1 } }]);
  await asOwner(database(), "update webhook_deliveries set status = 'failed', next_attempt_at = null where id = $1", [
    delivery.id,
  ]);
  await asOwner(database(), "alter table webhook_deliveries disable trigger stamp_row");
  await asOwner(database(), "update webhook_deliveries set created_at = now() - interval '31 days' where id = $1", [
    delivery.id,
  ]);
  await asOwner(database(), "alter table webhook_deliveries enable trigger stamp_row");
  await keepWebhooks(30);
  expect(await stored()).toEqual([]);
  expect(await asOwner(database(), "select 1 from webhook_attempts where tenant_id = $1", [tenant.id])).toEqual([]);
});
