import { beforeAll, describe, expect, test } from "vitest";
import { deleteAccount, restoreAccount, updateAccount } from "@/lib/accounts/commands";
import { rotateApiKey } from "@/lib/api-keys/commands";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  disableWebhookEndpoint,
  enableWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from "./commands";
import { testWebhookEndpoint } from "./delivery-commands";
import { getWebhookDelivery, listWebhookDeliveries } from "./delivery-queries";
import { webhookDeliveryList } from "./delivery-schema";
import { getWebhookEndpoint, listWebhookEndpoints, listWebhookEventTypes } from "./queries";
import { createWebhookEndpointInput, webhookEndpoint, webhookEndpointList } from "./schema";
import { openSecret, sealSecret } from "./secrets";

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  [tenant, other] = [await createTenant(database()), await createTenant(database())];
});

const query = (given: ParameterInput = {}) => parseListParams(webhookEndpointList, given, { mode: "strict" }).query;
const deliveries = (given: ParameterInput = {}) =>
  parseListParams(webhookDeliveryList, given, { mode: "strict" }).query;
const input = (given: Record<string, unknown> = {}) =>
  createWebhookEndpointInput.parse({ url: "https://hooks.example.com/in", event_types: ["account.created"], ...given });

describe("an endpoint", () => {
  test("is made with a secret that no later answer holds, and that the database has only sealed", async () => {
    const owner = await createMember(database(), tenant);
    const { webhook_endpoint: made, secret } = await createWebhookEndpoint(
      owner,
      input({ description: " Booking ", event_types: ["account.updated", "account.created", "account.created"] }),
    );
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhookEndpoint.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      url: "https://hooks.example.com/in",
      description: "Booking",
      event_types: ["account.created", "account.updated"],
      status: "enabled",
      includes_personal_data: false,
      secrets: [{ expires_at: null }],
      created_by_name: "Ann Example",
    });
    expect(JSON.stringify(await getWebhookEndpoint(owner, { id: made.id }))).not.toContain(secret.slice(6));
    const [kept] = await asOwner<{ everything: string; sealed: Buffer }>(
      database(),
      `select s.sealed_secret as sealed, (select string_agg(l::text, '') from audit_logs l where l.tenant_id = $1)
         || (select string_agg(t::text, '') from webhook_secrets t where t.tenant_id = $1) as everything
       from webhook_secrets s where s.endpoint_id = $2`,
      [tenant.id, made.id],
    );
    expect(kept?.everything).not.toContain(secret.slice(6));
    expect(kept?.everything).not.toContain(Buffer.from(secret.slice(6), "base64").toString("hex"));
    expect(openSecret(kept?.sealed ?? Buffer.alloc(0), { tenantId: tenant.id, endpointId: made.id })).toBe(secret);
  });

  test("has a sealed secret that opens nowhere else", () => {
    const sealed = sealSecret("whsec_x", { tenantId: tenant.id, endpointId: "a" });
    expect(openSecret(sealed, { tenantId: tenant.id, endpointId: "a" })).toBe("whsec_x");
    expect(openSecret(sealed, { tenantId: tenant.id, endpointId: "b" })).toBeNull();
    expect(openSecret(sealed, { tenantId: other.id, endpointId: "a" })).toBeNull();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(openSecret(sealed, { tenantId: tenant.id, endpointId: "a" })).toBeNull();
  });

  test("is changed, switched off and on, and deleted with its log, each with its audit row", async () => {
    const { id } = await makeWebhookEndpoint(tenant);
    const changed = await updateWebhookEndpoint(tenant.system, {
      id,
      url: "https://hooks.example.com/other",
      description: null,
    });
    expect(changed).toMatchObject({ url: "https://hooks.example.com/other", event_types: ["*"] });
    expect(await disableWebhookEndpoint(tenant.system, { id })).toMatchObject({
      status: "disabled",
      disabled_reason: "manual",
    });
    expect(await disableWebhookEndpoint(tenant.system, { id })).toMatchObject({ status: "disabled" });
    expect(await enableWebhookEndpoint(tenant.system, { id })).toMatchObject({ status: "enabled", disabled_at: null });
    const delivery = await testWebhookEndpoint(tenant.system, { id });
    await deleteWebhookEndpoint(tenant.system, { id });
    await expect(getWebhookEndpoint(tenant.system, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getWebhookDelivery(tenant.system, { id: delivery.id })).rejects.toMatchObject({ code: "not_found" });
    const log = await asOwner<{ operation: string }>(
      database(),
      "select operation from audit_logs where tenant_id = $1 and table_name = 'webhook_endpoints' and record_id = $2 order by id",
      [tenant.id, id],
    );
    expect(log.map(({ operation }) => operation.replace("webhook_endpoints.", ""))).toEqual([
      "create",
      "update",
      "disable",
      "enable",
      "delete",
    ]);
  });

  test("gets a new secret beside the old one, never a third", async () => {
    const { id } = await makeWebhookEndpoint(tenant);
    const first = await rotateWebhookSecret(tenant.system, { id, overlap_hours: 24 });
    expect(first.webhook_endpoint.secrets.map(({ expires_at }) => expires_at === null)).toEqual([true, false]);
    const second = await rotateWebhookSecret(tenant.system, { id, overlap_hours: 168 });
    expect(second.webhook_endpoint.secrets).toHaveLength(2);
    expect(second.secret).not.toBe(first.secret);
    const third = await rotateWebhookSecret(tenant.system, { id, overlap_hours: 0 });
    expect(third.webhook_endpoint.secrets).toHaveLength(1);
  });

  test.each([
    ["https://10.0.0.1/", "public"],
    ["http://hooks.example.com/", "https"],
    ["https://ann:word@hooks.example.com/", "user name"],
    ["not an address", "https"],
  ])("is refused with its field for %s", async (url, words) => {
    await expect(createWebhookEndpoint(tenant.system, input({ url }))).rejects.toMatchObject({
      code: "validation_error",
      issues: [{ loc: ["body", "url"], msg: expect.stringContaining(words) }],
    });
  });

  test("is refused with its field for events that do not exist, none, and unknown accounts", async () => {
    const problems = (given: Record<string, unknown>) =>
      createWebhookEndpointInput.safeParse({ url: "https://hooks.example.com", ...given }).error?.issues[0]?.path[0];
    expect(problems({ event_types: ["payment_intent.exploded"] })).toBe("event_types");
    expect(problems({ event_types: [] })).toBe("event_types");
    await expect(
      createWebhookEndpoint(tenant.system, input({ account_id: (await makeAccount(other)).id })),
    ).rejects.toMatchObject({ issues: [{ loc: ["body", "account_id"] }] });
  });
});

describe("who may", () => {
  test("a reader of webhooks changes nothing, and others do not even see them", async () => {
    const { id } = await makeWebhookEndpoint(tenant);
    const reader = await createKey(tenant, { permissions: ["webhooks:read"] });
    expect((await listWebhookEndpoints(reader, query())).items.length).toBeGreaterThan(0);
    for (const attempt of [
      () => createWebhookEndpoint(reader, input()),
      () => updateWebhookEndpoint(reader, { id, description: "x" }),
      () => deleteWebhookEndpoint(reader, { id }),
      () => enableWebhookEndpoint(reader, { id }),
      () => disableWebhookEndpoint(reader, { id }),
      () => rotateWebhookSecret(reader, { id, overlap_hours: 0 }),
      () => testWebhookEndpoint(reader, { id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    await expect(listWebhookEndpoints(viewer, query())).rejects.toMatchObject({ code: "forbidden" });
    await expect(listWebhookDeliveries(viewer, deliveries())).rejects.toMatchObject({ code: "forbidden" });
  });

  test("nobody has more sent somewhere than they may see, neither by a new endpoint nor by changing one", async () => {
    const { id } = await makeWebhookEndpoint(tenant);
    const key = await createKey(tenant, { permissions: ["webhooks:read", "webhooks:write", "accounts:read"] });
    const refusal = { code: "validation_error", issues: [{ loc: ["body", "event_types"] }] };
    await expect(createWebhookEndpoint(key, input({ event_types: ["refund.created"] }))).rejects.toMatchObject(refusal);
    await expect(createWebhookEndpoint(key, input({ event_types: ["*"] }))).rejects.toMatchObject(refusal);
    await expect(updateWebhookEndpoint(key, { id, url: "https://thief.example.com/" })).rejects.toMatchObject(refusal);
    await expect(createWebhookEndpoint(key, input({ includes_personal_data: true }))).rejects.toMatchObject({
      issues: [{ loc: ["body", "includes_personal_data"] }],
    });
    expect((await createWebhookEndpoint(key, input())).webhook_endpoint.event_types).toEqual(["account.created"]);
  });

  test("the other tenant sees nothing, and there was something to see", async () => {
    const { id } = await makeWebhookEndpoint(tenant);
    const delivery = await testWebhookEndpoint(tenant.system, { id });
    const stranger = await createMember(database(), other);
    expect((await listWebhookEndpoints(stranger, query())).items).toEqual([]);
    expect((await listWebhookDeliveries(stranger, deliveries())).items).toEqual([]);
    for (const attempt of [
      () => getWebhookEndpoint(stranger, { id }),
      () => updateWebhookEndpoint(stranger, { id, description: "x" }),
      () => deleteWebhookEndpoint(stranger, { id }),
      () => rotateWebhookSecret(stranger, { id, overlap_hours: 0 }),
      () => testWebhookEndpoint(stranger, { id }),
      () => getWebhookDelivery(stranger, { id: delivery.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect((await getWebhookDelivery(tenant.system, { id: delivery.id })).body).toContain("webhook_endpoint.ping");
  });

  test("a restricted member and key have endpoints of their accounts only, and see no others", async () => {
    const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const whole = await makeWebhookEndpoint(tenant);
    const theirs = await makeWebhookEndpoint(tenant, { account_id: foreign.id });
    const member = await createMember(database(), tenant, { accountIds: [mine.id] });
    const key = await createKey(tenant, { accountIds: [mine.id] });
    for (const actor of [member, key]) {
      await expect(createWebhookEndpoint(actor, input())).rejects.toMatchObject({
        issues: [{ loc: ["body", "account_id"] }],
      });
      await expect(createWebhookEndpoint(actor, input({ account_id: foreign.id }))).rejects.toMatchObject({
        issues: [{ loc: ["body", "account_id"] }],
      });
      const { webhook_endpoint: own } = await createWebhookEndpoint(actor, input({ account_id: mine.id }));
      const delivery = await testWebhookEndpoint(actor, { id: own.id });
      expect((await listWebhookEndpoints(actor, query())).items.map(({ account }) => account?.id)).toContain(mine.id);
      expect((await listWebhookDeliveries(actor, deliveries())).items.map(({ id }) => id)).toContain(delivery.id);
      for (const id of [whole.id, theirs.id]) {
        await expect(getWebhookEndpoint(actor, { id })).rejects.toMatchObject({ code: "not_found" });
        await expect(testWebhookEndpoint(actor, { id })).rejects.toMatchObject({ code: "not_found" });
      }
      expect((await listWebhookEndpoints(actor, query())).items.map(({ id }) => id)).not.toContain(whole.id);
    }
  });

  test("a delivery's record is shown to those who may see such records, without its personal data to most", async () => {
    const { id } = await makeWebhookEndpoint(tenant, { includes_personal_data: true });
    const [{ id: deliveryId } = { id: "" }] = await asOwner<{ id: string }>(
      database(),
      `insert into webhook_deliveries (tenant_id, endpoint_id, message_id, event_type, body, status)
       values ($1, $2, gen_random_uuid(), 'payment_intent.created', $3, 'succeeded') returning id`,
      [tenant.id, id, JSON.stringify({ type: "x", data: { object: { customer_email: "ann@example.com" } } })],
    );
    const body = async (permissions: (typeof ALL_PERMISSIONS)[number][]) =>
      (await getWebhookDelivery(await createKey(tenant, { permissions }), { id: deliveryId })).body;
    expect(await body(["webhooks:read"])).toBeNull();
    expect(await body(["webhooks:read", "payment_intents:read"])).toContain("a•••@example.com");
    expect(await body(ALL_PERMISSIONS)).toContain("ann@example.com");
  });
});

test("lists filter by part of the address and by status", async () => {
  const one = await createTenant(database());
  const { id } = await makeWebhookEndpoint(one, { url: "https://first.example.com/" });
  await makeWebhookEndpoint(one, { url: "https://second.example.com/" });
  await disableWebhookEndpoint(one.system, { id });
  const urls = async (given: ParameterInput) =>
    (await listWebhookEndpoints(one.system, query(given))).items.map(({ url }) => url);
  expect(await urls({ sort: "url" })).toEqual(["https://first.example.com/", "https://second.example.com/"]);
  expect(await urls({ url: "SECOND" })).toEqual(["https://second.example.com/"]);
  expect(await urls({ status: "disabled" })).toEqual(["https://first.example.com/"]);
});

test("every event that the database names is one to choose, and what it cannot name is not on offer", async () => {
  const one = await createTenant(database());
  await makeWebhookEndpoint(one);
  const offered = (await listWebhookEventTypes(one.system)).items.map(({ name }) => name);
  const account = await makeAccount(one);
  await updateAccount(one.system, { id: account.id, display_name: "Changed" });
  await deleteAccount(one.system, { id: account.id });
  await restoreAccount(one.system, { id: account.id });
  const key = await createKey(one);
  await rotateApiKey(one.system, { id: key.apiKeyId, overlap_hours: 24 });
  await asOwner(database(), "update tenant_api_keys set revoked_at = now() where tenant_id = $1 and id = $2", [
    one.id,
    key.apiKeyId,
  ]);
  const happened = await asOwner<{ type: string }>(
    database(),
    "select type from webhook_messages where tenant_id = $1 order by id",
    [one.id],
  );
  expect(happened.map(({ type }) => type)).toEqual([
    "account.created",
    "account.updated",
    "account.deleted",
    "account.restored",
    "api_key.created",
    "api_key.rotated",
    "api_key.revoked",
  ]);
  // Statuses become events by their names, so each status that a row may take must be one of those on offer.
  const statuses = await asOwner<{ type: string }>(
    database(),
    `select resource || '.' || lower(s[1]) as type from (values ('payment_intent', 'payment_intents'), ('refund', 'refunds')) v (resource, target)
     join pg_constraint c on c.conrelid = v.target::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%status = ANY%'
     cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') s`,
  );
  const first = ["payment_intent.initialized", "refund.pending"];
  expect(
    statuses
      .map(({ type }) => type)
      .filter((type) => !first.includes(type))
      .sort(),
  ).toEqual(
    offered.filter((name) => /^(payment_intent|refund)\./.test(name) && !/\.(created|updated)$/.test(name)).sort(),
  );
});
