import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor } from "@/lib/actor";
import { callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let token: ApiKeyActor & { secret: string };
let account: { id: string; name: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  token = await createKey(tenant);
  account = await makeAccount(tenant);
});

const api = (method: HttpMethod, address: string, body?: unknown) => callApi(method, address, { token, body });
const PATH = "/api/v1/payment_intent";

test("a payment intent is created, read, changed and canceled", async () => {
  const created = await api("POST", PATH, {
    account_id: account.id,
    billing_amount: 12_345,
    billing_currency: "EUR",
    customer_email: "Ann@Example.com",
    customer_phone: "+49 30 12345678",
    reference: "BOOKING-1042",
    metadata: { nights: 3 },
  });
  expect(created.status).toBe(201);
  expect(created.body).toEqual({
    id: expect.any(String),
    account: { id: account.id, name: account.name },
    status: "INITIALIZED",
    amount: 12_345,
    currency: "EUR",
    billing_amount: 12_345,
    billing_currency: "EUR",
    processing_amount: null,
    processing_currency: null,
    customer_email: "Ann@Example.com",
    customer_phone: "+493012345678",
    reference: "BOOKING-1042",
    failure_reason: null,
    cancellation: null,
    confirmed_at: null,
    processed_at: null,
    provider: null,
    provider_reference: null,
    refunded_amount: 0,
    refundable_amount: 0,
    metadata: { nights: 3 },
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  const { id } = created.body;
  expect((await api("GET", `${PATH}?id=${id}`)).body).toEqual(created.body);
  const changed = await api("PATCH", PATH, { id, customer_phone: null, reference: "B-2" });
  expect(changed.body).toEqual({
    ...created.body,
    customer_phone: null,
    reference: "B-2",
    updated_at: expect.any(String),
  });
  expect((await api("POST", `${PATH}/cancel`, { id })).body.status).toBe("CANCELED");
  const again = await api("POST", `${PATH}/cancel`, { id });
  expect(again.status).toBe(409);
  expect(again.body.detail).toBe("A payment intent in status CANCELED cannot be canceled");
});

test.each([
  ["no amount", {}, "billing_amount"],
  ["no currency", { billing_amount: 1 }, "billing_currency"],
  ["a negative amount", { billing_amount: -1, billing_currency: "EUR" }, "billing_amount"],
  ["a broken amount", { billing_amount: 1.5, billing_currency: "EUR" }, "billing_amount"],
  ["an amount as text", { billing_amount: "100", billing_currency: "EUR" }, "billing_amount"],
  ["an amount beyond all money", { billing_amount: 1e300, billing_currency: "EUR" }, "billing_amount"],
  ["an unknown currency", { billing_amount: 1, billing_currency: "ZZZ" }, "billing_currency"],
  [
    "a phone number without +",
    { billing_amount: 1, billing_currency: "EUR", customer_phone: "030123" },
    "customer_phone",
  ],
  ["a wrong address", { billing_amount: 1, billing_currency: "EUR", customer_email: "ann@" }, "customer_email"],
  ["a status", { billing_amount: 1, billing_currency: "EUR", status: "PROCESSED" }, "status"],
  ["a tenant", { billing_amount: 1, billing_currency: "EUR", tenant_id: "x" }, "tenant_id"],
])("%s is refused by name", async (_name, given, field) => {
  const before = (await api("GET", "/api/v1/payment_intents")).body.total;
  const answer = await api("POST", PATH, { account_id: account.id, ...given });
  expect(answer.status).toBe(422);
  expect(answer.body.detail[0].loc).toEqual(["body", field]);
  expect((await api("GET", "/api/v1/payment_intents")).body.total).toBe(before);
});

test("amounts and account are fixed once made", async () => {
  const { id } = await makePaymentIntent(tenant, account.id);
  for (const field of ["billing_amount", "account_id", "status"]) {
    const answer = await api("PATCH", PATH, { id, [field]: 1 });
    expect(answer.body.detail).toEqual([{ loc: ["body", field], msg: "Unknown field", type: "unrecognized_keys" }]);
  }
});

describe("the list and its totals", () => {
  let fresh: TestTenant;
  let key: ApiKeyActor & { secret: string };
  let region: { id: string };
  let hotel: { id: string; name: string };

  beforeAll(async () => {
    fresh = await createTenant(database());
    key = await createKey(fresh);
    region = await makeAccount(fresh, { name: "Region" });
    hotel = await makeAccount(fresh, { name: "Hotel", parent_id: region.id });
    for (const [index, currency] of ["EUR", "EUR", "USD"].entries())
      await makePaymentIntent(fresh, hotel.id, {
        billing_amount: 1000 * (index + 1),
        billing_currency: currency,
        customer_email: `guest${index}@example.com`,
        reference: `BOOKING-${index}`,
        metadata: { channel: { name: "web" }, tags: ["a", `t${index}`] },
      });
    await makePaymentIntent(fresh, region.id, { billing_amount: 50 });
  });

  const amounts = async (query: string) =>
    (await callApi("GET", `/api/v1/payment_intents?sort=amount&${query}`, { token: key })).body.items.map(
      ({ amount }: { amount: number }) => amount,
    );

  test.each<[string, (ids: { region: string; hotel: string }) => string, number[]]>([
    ["subtree", ({ region }) => `account=${region}`, [50, 1000, 2000, 3000]],
    ["leaf", ({ hotel }) => `account=${hotel}`, [1000, 2000, 3000]],
    ["status", () => "status=INITIALIZED", [50, 1000, 2000, 3000]],
    ["other status", () => "status=FAILED,CANCELED", []],
    ["currency", () => "currency=USD", [3000]],
    ["amount", () => "amount_min=1000&amount_max=2000", [1000, 2000]],
    ["customer", () => "customer_email=GUEST1@example.com", [2000]],
    ["customers", () => "customer_email=guest*", [1000, 2000, 3000]],
    ["reference", () => "reference=booking-*", [1000, 2000, 3000]],
    ["nested metadata", () => "metadata[channel.name]=web&metadata[tags][]=t2", [3000]],
    ["past", () => "created_to=2020-01-01", []],
    ["future", () => "created_from=2020-01-01T00:00:00Z", [50, 1000, 2000, 3000]],
  ])("agree by %s", async (_name, query, expected) => {
    const filter = query({ region: region.id, hotel: hotel.id });
    expect(await amounts(filter)).toEqual(expected);
    const { items } = (await callApi("GET", `/api/v1/payment_intent_totals?${filter}`, { token: key })).body;
    const sum = (of: "amount" | "count") =>
      items.reduce((total: number, item: { amount: number; count: number }) => total + item[of], 0);
    expect(sum("count")).toBe(expected.length);
    expect(sum("amount")).toBe(expected.reduce((total, amount) => total + amount, 0));
  });

  test("totals never add different currencies", async () => {
    const { items } = (await callApi("GET", "/api/v1/payment_intent_totals", { token: key })).body;
    const hotelOnly = items.filter((item: { account: { id: string } }) => item.account.id === hotel.id);
    const account = { id: hotel.id, name: "Hotel" };
    expect(hotelOnly).toEqual([
      { account, status: "INITIALIZED", currency: "EUR", count: 2, amount: 3000 },
      { account, status: "INITIALIZED", currency: "USD", count: 1, amount: 3000 },
    ]);
  });

  test("totals take no order and no page", async () => {
    const answer = await callApi("GET", "/api/v1/payment_intent_totals?sort=amount&page=2", { token: key });
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toMatchObject([{ loc: ["query", "sort"] }, { loc: ["query", "page"] }]);
  });

  test("without the permission for personal data, customers are masked and cannot be guessed by filter", async () => {
    const blind = await createKey(fresh, { permissions: ["payment_intents:read", "audit_logs:read"] });
    const { text } = await callApi("GET", "/api/v1/payment_intents", { token: blind });
    expect(text).toContain("g•••@example.com");
    expect(text).not.toContain("guest");
    const audit = await callApi("GET", "/api/v1/audit_logs?table=payment_intents", { token: blind });
    expect(audit.body.total).toBeGreaterThan(0);
    expect(audit.text).not.toContain("guest");
    for (const path of ["payment_intents", "payment_intent_totals"]) {
      const refused = await callApi("GET", `/api/v1/${path}?customer_email=guest*`, { token: blind });
      expect(refused.status).toBe(403);
      expect(refused.body.detail).toBe("Insufficient permissions");
    }
  });
});

describe("a key restricted to a branch", () => {
  test("sees that branch only: in lists, details, totals and audit log", async () => {
    const fresh = await createTenant(database());
    const [mine, foreign] = [await makeAccount(fresh), await makeAccount(fresh)];
    const below = await makeAccount(fresh, { parent_id: mine.id });
    const [own, hidden] = [await makePaymentIntent(fresh, below.id), await makePaymentIntent(fresh, foreign.id)];
    const all = await createKey(fresh);
    const restricted = await createKey(fresh, { accountIds: [mine.id] });
    const ids = async (path: string, key: typeof all, of: (item: { id: string; account_id: string }) => string) =>
      new Set((await callApi("GET", path, { token: key })).body.items.map(of));

    const byId = ({ id }: { id: string }) => id;
    expect(await ids("/api/v1/accounts", restricted, byId)).toEqual(new Set([mine.id, below.id]));
    expect(await ids("/api/v1/accounts", all, byId)).toEqual(new Set([mine.id, below.id, foreign.id]));
    expect(await ids("/api/v1/payment_intents", restricted, byId)).toEqual(new Set([own.id]));
    expect(await ids("/api/v1/payment_intents", all, byId)).toEqual(new Set([own.id, hidden.id]));
    const totals = (await callApi("GET", "/api/v1/payment_intent_totals", { token: restricted })).body.items;
    expect(totals).toMatchObject([{ account: { id: below.id }, count: 1, amount: 10_000 }]);

    const audited = await ids("/api/v1/audit_logs", restricted, (entry) => entry.account_id);
    expect([...audited].every((id) => id === mine.id || id === below.id)).toBe(true);
    const [entry] = await asOwner<{ id: string }>(database(), "select id from audit_logs where record_id = $1", [
      hidden.id,
    ]);
    for (const address of [
      `/api/v1/account?id=${foreign.id}`,
      `${PATH}?id=${hidden.id}`,
      `/api/v1/audit_log?id=${entry?.id}`,
    ]) {
      expect((await callApi("GET", address, { token: restricted })).status, address).toBe(404);
      expect((await callApi("GET", address, { token: all })).status, address).toBe(200);
    }
    for (const [method, address, body] of [
      ["PATCH", PATH, { id: hidden.id, reference: "mine" }],
      ["POST", `${PATH}/cancel`, { id: hidden.id }],
      ["PATCH", "/api/v1/account", { id: foreign.id, name: "mine" }],
      ["DELETE", `/api/v1/account?id=${foreign.id}`, undefined],
    ] as const)
      expect((await callApi(method, address, { token: restricted, body })).status, address).toBe(404);
    const intoForeign = { account_id: foreign.id, billing_amount: 1, billing_currency: "EUR" };
    expect((await callApi("POST", PATH, { token: restricted, body: intoForeign })).status).toBe(422);
  });
});
