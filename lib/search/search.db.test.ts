import { beforeAll, describe, expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { callApi } from "@/lib/testing/api";
import { createKey, createMember, createTenant, doorsOfThisFile, makeAccount } from "@/lib/testing/fixtures";
import { CUSTOMER, FOREIGN, makeReachWorld, type ReachWorld, secretIds } from "@/lib/testing/reach";
import { makeRefund } from "@/lib/testing/refunds";
import { searchTenant } from "./queries";
import { MOST_OF_A_KIND, searchInput } from "./schema";

const database = doorsOfThisFile();
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(database());
}, 60_000);

const search = async (actor: TenantActor, q: string) => (await searchTenant(actor, searchInput.parse({ q }))).items;
const ids = async (actor: TenantActor, q: string) => (await search(actor, q)).map(({ id }) => id);

describe("a member who may read everything", () => {
  test("finds a record of each kind by its id", async () => {
    const { payment, refund, account, document, member, key, endpoint } = world.top;
    const roles = await search(world.owner, "Viewer");
    expect(roles).toContainEqual(expect.objectContaining({ kind: "role", title: "Viewer" }));
    for (const [kind, id] of Object.entries({
      ...{ payment_intent: payment, refund, account, document, member, api_key: key, webhook_endpoint: endpoint },
      role: roles.find(({ kind }) => kind === "role")?.id ?? "",
    }))
      expect(await search(world.owner, ` ${id.toUpperCase()} `)).toEqual([expect.objectContaining({ kind, id })]);
  });

  test("finds by part of a reference, an address or a name, and five of a kind at most", async () => {
    const found = await search(world.owner, "REACH");
    const count = (kind: string) => found.filter((one) => one.kind === kind).length;
    expect(count("payment_intent")).toBe(4);
    expect(count("account")).toBe(2);
    expect(count("document")).toBe(2);
    expect(count("webhook_endpoint")).toBe(2);
    const byCustomer = await search(world.owner, "a.guest@sec");
    expect(byCustomer.filter(({ kind }) => kind === "payment_intent")).toHaveLength(MOST_OF_A_KIND);
    expect(byCustomer[0]).toMatchObject({ detail: CUSTOMER.email, status: expect.any(String), currency: "EUR" });
    expect(typeof byCustomer[0]?.amount).toBe("number");
  });

  test("finds a payment and a refund by the provider's id", async () => {
    const refund = await makeRefund(world.tenant, world.top.payment, { amount: 1 });
    const { body } = await callApi("GET", `/api/v1/refund?id=${refund.id}`, { token: world.owner });
    const payment = await callApi("GET", `/api/v1/payment_intent?id=${world.top.payment}`, { token: world.owner });
    expect(await ids(world.owner, payment.body.provider_reference)).toEqual([world.top.payment]);
    if (body.provider_reference) expect(await ids(world.owner, body.provider_reference)).toEqual([refund.id]);
  });

  test("finds a key by its last four characters, and never by the whole", async () => {
    const key = await createKey(world.tenant);
    expect(await ids(world.owner, key.secret.slice(-4))).toContain(key.apiKeyId);
    expect(await ids(world.owner, key.secret)).toEqual([]);
  });

  test("takes signs with a meaning in patterns as they are", async () => {
    const account = await makeAccount(world.tenant, { name: "100%_sure 'quoted' \\ Hotel" });
    for (const q of ["100%", "%_s", "'quoted'", "\\ h"]) expect(await ids(world.owner, q)).toEqual([account.id]);
    expect(await ids(world.owner, "___")).toEqual([]);
  });
});

test("another tenant's records are not found, not even by id", async () => {
  const stranger = await createMember(database(), await createTenant(database()));
  for (const id of Object.values(world.top)) expect(await ids(stranger, id)).toEqual([]);
  for (const q of ["reach", "greta", FOREIGN]) expect(await ids(stranger, q)).toEqual([]);
  expect((await ids(world.owner, FOREIGN)).length).toBeGreaterThan(0);
});

test("restricted members and keys find what is within their reach only", async () => {
  const reach = { onlyAccountIds: [world.top.account], permissions: [...ALL_PERMISSIONS] };
  for (const actor of [await createMember(database(), world.tenant, reach), await createKey(world.tenant, reach)]) {
    for (const q of [FOREIGN, FOREIGN.toLowerCase(), "greta", ...secretIds(world)]) {
      const found = await ids(actor, q);
      for (const id of secretIds(world)) expect(found).not.toContain(id);
    }
    expect(JSON.stringify(await search(actor, "reach"))).not.toContain(FOREIGN);
    expect(await ids(actor, world.top.payment)).toEqual([world.top.payment]);
  }
});

test("whoever sees customers masked finds nothing by their address, and reads it nowhere", async () => {
  const permissions = ALL_PERMISSIONS.filter((name) => name !== "customers:read_personal_data");
  const blind = await createMember(database(), world.tenant, { permissions });
  for (const q of ["greta", CUSTOMER.email, CUSTOMER.phone, "guest@"])
    expect((await search(blind, q)).filter(({ kind }) => kind !== "member")).toEqual([]);
  const shown = JSON.stringify(await search(blind, "reach"));
  expect(shown).toContain("g•••@secret.example");
  expect(shown).not.toContain(CUSTOMER.email);
  expect(shown).not.toContain(CUSTOMER.phone);
});

test("a kind is found by those only who may read it, and costs one statement", async () => {
  const narrow = await createKey(world.tenant, { permissions: ["accounts:read"] });
  const before = tenantDoor().pool.counters.statements;
  expect(new Set((await search(narrow, "reach")).map(({ kind }) => kind))).toEqual(new Set(["account"]));
  expect(tenantDoor().pool.counters.statements - before).toBe(1);
  const all = tenantDoor().pool.counters.statements;
  await search(world.owner, "reach");
  expect(tenantDoor().pool.counters.statements - all).toBe(8);
});

test("by API: words that are too short are refused by their name", async () => {
  const answer = await callApi("GET", "/api/v1/search?q=%20ab%20", { token: world.owner });
  expect(answer.status).toBe(422);
  expect(answer.body.detail[0]).toMatchObject({ loc: ["query", "q"], msg: "Must have at least 3 characters" });
  const found = await callApi("GET", "/api/v1/search?q=reach", { token: world.owner });
  expect(found.body.items.length).toBeGreaterThan(5);
});
