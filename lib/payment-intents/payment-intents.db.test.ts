import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { cancelPaymentIntent, createPaymentIntent, updatePaymentIntent } from "./commands";
import { mayBecome, PAYMENT_INTENT_STATUSES } from "./lifecycle";
import { getPaymentIntent, listPaymentIntents, listPaymentIntentTimeline } from "./queries";
import { createPaymentIntentInput, paymentIntent, paymentIntentList, paymentIntentTotal } from "./schema";
import { totalPaymentIntents } from "./totals";

const database = doorsOfThisFile();
const CUSTOMER = { customer_email: "Ann.Smith@example.com", customer_phone: "+49 30 12345678" };
let tenant: TestTenant;
let owner: MemberActor;
let account: { id: string; name: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  account = await makeAccount(tenant);
});

const input = (given: Record<string, unknown> = {}) =>
  createPaymentIntentInput.parse({
    account_id: account.id,
    billing_amount: 12_345,
    billing_currency: "EUR",
    ...given,
  });
const query = (given: ParameterInput = {}) => parseListParams(paymentIntentList, given, { mode: "strict" }).query;
const references = async (actor: MemberActor, given: ParameterInput = {}) =>
  (await listPaymentIntents(actor, query(given))).items.map(({ reference }) => reference);

async function setStatus(id: string, ...statuses: string[]): Promise<void> {
  for (const status of statuses)
    await asOwner(database(), "update payment_intents set status = $2 where id = $1", [id, status]);
}

test("a created payment comes back as stored, in the shape that it is declared in", async () => {
  const made = await createPaymentIntent(
    owner,
    input({ ...CUSTOMER, reference: "B-1", processing_amount: 13_000, processing_currency: "USD", metadata: { n: 3 } }),
  );
  expect(paymentIntent.parse(made)).toEqual(made);
  expect(await getPaymentIntent(owner, { id: made.id })).toEqual(made);
  expect(made).toMatchObject({
    account: { id: account.id, name: account.name },
    status: "INITIALIZED",
    amount: 12_345,
    currency: "EUR",
    customer_email: "Ann.Smith@example.com",
    customer_phone: "+493012345678",
    metadata: { n: 3 },
  });
});

test("without a billing amount, lists show, filter and total the processing amount", async () => {
  const made = await createPaymentIntent(
    owner,
    input({ billing_amount: null, processing_amount: 777, processing_currency: "JPY", reference: "P-1" }),
  );
  expect(made).toMatchObject({ amount: 777, currency: "JPY", billing_amount: null, billing_currency: null });
  expect(await references(owner, { currency: "JPY", amount_min: "777", amount_max: "777" })).toEqual(["P-1"]);
});

test.each([
  ["no amount at all", { billing_amount: null }, "billing_amount"],
  ["an amount without its currency", { billing_currency: null }, "billing_currency"],
  ["a processing amount without its currency", { processing_amount: 1 }, "processing_currency"],
  ["a negative amount", { billing_amount: -1 }, "billing_amount"],
  ["a broken amount", { billing_amount: 1.5 }, "billing_amount"],
  ["an amount beyond all bounds", { billing_amount: 1e15 }, "billing_amount"],
  ["an unknown currency", { billing_currency: "XXB" }, "billing_currency"],
  ["no e-mail address", { customer_email: "ann@" }, "customer_email"],
  ["a phone number without its country", { customer_phone: "030 12345678" }, "customer_phone"],
  ["a reference with a control character", { reference: "a\u0000b" }, "reference"],
  ["metadata that is no object", { metadata: [1] }, "metadata"],
  ["a field of somebody else", { status: "PROCESSED" }, undefined],
])("bad input is refused beside its field: %s", (_what, given, field) => {
  const base = { account_id: account.id, billing_amount: 100, billing_currency: "EUR" };
  const result = createPaymentIntentInput.safeParse({ ...base, ...given });
  expect(result.success).toBe(false);
  expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
});

test("an account that is deleted or was never there takes no payment", async () => {
  const gone = await makeAccount(tenant);
  await asOwner(database(), "update accounts set deleted_at = now() where id = $1", [gone.id]);
  for (const account_id of [gone.id, "0190a000-0000-7000-8000-00000000000a"])
    await expect(createPaymentIntent(owner, input({ account_id }))).rejects.toMatchObject({
      code: "validation_error",
      issues: [{ loc: ["body", "account_id"] }],
    });
});

test("an update changes what is present, clears what is null, and leaves the rest", async () => {
  const made = await createPaymentIntent(owner, input({ ...CUSTOMER, reference: "Before", metadata: { a: 1 } }));
  const changed = await updatePaymentIntent(owner, { id: made.id, reference: "After", customer_phone: null });
  expect(changed).toMatchObject({
    reference: "After",
    customer_phone: null,
    customer_email: "Ann.Smith@example.com",
    metadata: { a: 1 },
    amount: 12_345,
  });
});

test("a viewer reads and may not write", async () => {
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  const made = await makePaymentIntent(tenant, account.id);
  expect(await getPaymentIntent(viewer, { id: made.id })).toMatchObject({ id: made.id });
  const refused = { code: "forbidden", data: { permission: "payment_intents:write" } };
  await expect(createPaymentIntent(viewer, input())).rejects.toMatchObject(refused);
  await expect(updatePaymentIntent(viewer, { id: made.id, reference: "No" })).rejects.toMatchObject(refused);
  await expect(cancelPaymentIntent(viewer, { id: made.id })).rejects.toMatchObject(refused);
  expect(await getPaymentIntent(owner, { id: made.id })).toEqual(made);
});

test("an actor without the permission to read sees no list, detail, totals or timeline", async () => {
  const made = await makePaymentIntent(tenant, account.id);
  const key = await createKey(tenant, { permissions: ["accounts:read"] });
  const refused = { code: "forbidden", data: { permission: "payment_intents:read" } };
  await expect(listPaymentIntents(key, query())).rejects.toMatchObject(refused);
  await expect(getPaymentIntent(key, { id: made.id })).rejects.toMatchObject(refused);
  await expect(totalPaymentIntents(key, query())).rejects.toMatchObject(refused);
  await expect(listPaymentIntentTimeline(key, { id: made.id })).rejects.toMatchObject(refused);
});

test("another tenant's payment is not there: not to see, to total, to change or to cancel", async () => {
  const other = await createTenant(database());
  const stranger = await createMember(database(), other);
  const theirs = await makePaymentIntent(tenant, account.id);
  const missing = { code: "not_found", message: "Payment intent not found" };
  await expect(getPaymentIntent(stranger, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(updatePaymentIntent(stranger, { id: theirs.id, reference: "Mine" })).rejects.toMatchObject(missing);
  await expect(cancelPaymentIntent(stranger, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(createPaymentIntent(stranger, input())).rejects.toMatchObject({
    issues: [{ loc: ["body", "account_id"] }],
  });
  for (const given of [{}, { account: account.id }, { status: "INITIALIZED,PROCESSED" }]) {
    expect(await listPaymentIntents(stranger, query(given))).toMatchObject({ items: [], total: 0 });
    expect(await totalPaymentIntents(stranger, query(given))).toEqual([]);
  }
  expect(await listPaymentIntentTimeline(stranger, { id: theirs.id })).toEqual([]);
  // There was something to see, and it is as it was.
  expect(await getPaymentIntent(owner, { id: theirs.id })).toEqual(theirs);
  expect(await listPaymentIntentTimeline(owner, { id: theirs.id })).toHaveLength(1);
});

describe.each(["member", "key"] as const)("a %s restricted to a branch", (kind) => {
  test("lists, totals, opens and changes that branch's payments only", async () => {
    const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const below = await makeAccount(tenant, { parent_id: mine.id });
    const inside = [await makePaymentIntent(tenant, mine.id), await makePaymentIntent(tenant, below.id)];
    const outside = await makePaymentIntent(tenant, foreign.id);
    const actor =
      kind === "member"
        ? await createMember(database(), tenant, { accountIds: [mine.id] })
        : await createKey(tenant, { accountIds: [mine.id] });
    const ids = async (given: ParameterInput) =>
      new Set((await listPaymentIntents(actor, query(given))).items.map(({ id }) => id));
    const expected = new Set(inside.map(({ id }) => id));
    for (const given of [{}, { sort: "amount" }, { status: "INITIALIZED,FAILED" }, { account: mine.id }])
      expect(await ids(given)).toEqual(expected);
    expect(await ids({ account: foreign.id })).toEqual(new Set());
    expect((await totalPaymentIntents(actor, query())).map((total) => [total.account.id, total.count]).sort()).toEqual(
      [
        [mine.id, 1],
        [below.id, 1],
      ].sort(),
    );
    const missing = { code: "not_found" };
    await expect(getPaymentIntent(actor, { id: outside.id })).rejects.toMatchObject(missing);
    await expect(updatePaymentIntent(actor, { id: outside.id, reference: "No" })).rejects.toMatchObject(missing);
    await expect(cancelPaymentIntent(actor, { id: outside.id })).rejects.toMatchObject(missing);
    await expect(createPaymentIntent(actor, input({ account_id: foreign.id }))).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_id"] }],
    });
    expect(await listPaymentIntentTimeline(actor, { id: outside.id })).toEqual([]);
    expect(await listPaymentIntentTimeline(actor, { id: inside[0]?.id ?? "" })).toHaveLength(1);
    expect(await createPaymentIntent(actor, input({ account_id: below.id }))).toMatchObject({
      account: { id: below.id },
    });
  });
});

describe("without the permission for personal data", () => {
  test("e-mail and phone are masked in list, detail, timeline and in the answer of a write", async () => {
    const made = await createPaymentIntent(owner, input({ ...CUSTOMER, reference: "masked" }));
    const key = await createKey(tenant, { permissions: ["payment_intents:read", "payment_intents:write"] });
    const mask = { customer_email: "A•••@example.com", customer_phone: "+49•••78" };
    expect(await getPaymentIntent(key, { id: made.id })).toMatchObject(mask);
    expect((await listPaymentIntents(key, query({ reference: "masked" }))).items).toMatchObject([mask]);
    expect(await updatePaymentIntent(key, { id: made.id, reference: "masked too" })).toMatchObject(mask);
    const [update, insert] = await listPaymentIntentTimeline(key, { id: made.id });
    expect(update).toMatchObject({ old_values: mask, new_values: mask });
    expect(insert).toMatchObject({ old_values: null, new_values: mask });
    expect(await getPaymentIntent(owner, { id: made.id })).toMatchObject({ customer_email: "Ann.Smith@example.com" });
  });

  test("the e-mail filter is refused, since its hits would tell what the mask hides", async () => {
    await createPaymentIntent(owner, input({ customer_email: "hidden@example.com", reference: "by e-mail" }));
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const refused = { code: "forbidden", data: { permission: "customers:read_personal_data" } };
    await expect(listPaymentIntents(viewer, query({ customer_email: "hidden*" }))).rejects.toMatchObject(refused);
    await expect(totalPaymentIntents(viewer, query({ customer_email: "hidden*" }))).rejects.toMatchObject(refused);
    expect(await references(owner, { customer_email: "HIDDEN*" })).toEqual(["by e-mail"]);
  });
});

describe("the state machine", () => {
  test("is the same table in the database", async () => {
    const pairs = PAYMENT_INTENT_STATUSES.flatMap((from) => PAYMENT_INTENT_STATUSES.map((to) => ({ from, to })));
    const rows = await asOwner<{ from: string; to: string; allowed: boolean }>(
      database(),
      `select p ->> 'from' as from, p ->> 'to' as to, app.payment_intent_may_become(p ->> 'from', p ->> 'to') as allowed
       from jsonb_array_elements($1) p`,
      [JSON.stringify(pairs)],
    );
    expect(rows).toEqual(pairs.map(({ from, to }) => ({ from, to, allowed: mayBecome(from, to) })));
    expect(rows.some(({ allowed }) => allowed)).toBe(true);
  });

  test("holds against whoever writes to the table itself", async () => {
    const made = await makePaymentIntent(tenant, account.id);
    await expect(setStatus(made.id, "REFUNDED")).rejects.toMatchObject({
      code: "23514",
      constraint: "payment_intents_status_transition",
    });
  });

  test("lets a payment be canceled until it is settled, and not after", async () => {
    for (const path of [[], ["PROCESSING"]]) {
      const made = await makePaymentIntent(tenant, account.id);
      await setStatus(made.id, ...path);
      expect(await cancelPaymentIntent(owner, { id: made.id })).toMatchObject({ status: "CANCELED" });
    }
    const final = [["FAILED"], ["CANCELED"], ["PROCESSING", "PROCESSED"], ["PROCESSING", "PROCESSED", "REFUNDED"]];
    for (const path of final) {
      const made = await makePaymentIntent(tenant, account.id);
      await setStatus(made.id, ...path);
      await expect(cancelPaymentIntent(owner, { id: made.id })).rejects.toMatchObject({
        code: "conflict",
        message: `A payment intent in status ${path.at(-1)} cannot be canceled`,
      });
    }
  });

  test("two cancels at once leave one cancellation behind", async () => {
    const made = await makePaymentIntent(tenant, account.id);
    const results = await Promise.allSettled([1, 2].map(() => cancelPaymentIntent(owner, { id: made.id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await listPaymentIntentTimeline(owner, { id: made.id })).toHaveLength(2);
  });
});

test("every change leaves one step in the timeline that names who, what and why, newest first", async () => {
  const made = await createPaymentIntent(owner, input({ reference: "T-1" }));
  const key = await createKey(tenant);
  await updatePaymentIntent(key, { id: made.id, reference: "T-2" });
  await cancelPaymentIntent(tenant.system, { id: made.id });
  const person = { actor_kind: "user", actor_label: "Ann Example" };
  expect(await listPaymentIntentTimeline(owner, { id: made.id })).toMatchObject([
    {
      action: "update",
      operation: "payment_intents.cancel",
      actor_kind: "system",
      actor_label: "test",
      old_values: { status: "INITIALIZED" },
      new_values: { status: "CANCELED" },
    },
    {
      action: "update",
      operation: "payment_intents.update",
      actor_kind: "api_key",
      actor_label: "Test key",
      old_values: { reference: "T-1" },
      new_values: { reference: "T-2" },
    },
    { ...person, action: "insert", operation: "payment_intents.create", old_values: null },
  ]);
  // The columns that the database derives say nothing new.
  const [entry] = await listPaymentIntentTimeline(owner, { id: made.id });
  expect(Object.keys(entry?.new_values ?? {})).not.toEqual(expect.arrayContaining(["customer_email_key"]));
});

describe("lists and totals", () => {
  let fresh: TestTenant;
  let actor: MemberActor;
  let hotel: string;

  beforeAll(async () => {
    fresh = await createTenant(database());
    actor = await createMember(database(), fresh);
    const chain = await makeAccount(fresh, { name: "Chain" });
    hotel = (await makeAccount(fresh, { name: "Hotel", parent_id: chain.id })).id;
    const rows: [string, string, Record<string, unknown>][] = [
      ["R-1", chain.id, { billing_amount: 100, customer_email: "Ann@example.com", metadata: { channel: "web" } }],
      ["R-2", hotel, { billing_amount: 200, customer_email: "anna@example.com", metadata: { tags: ["vip"] } }],
      ["R-3", hotel, { billing_amount: 300, billing_currency: "USD", metadata: { stay: { nights: 3 } } }],
      ["R*4", hotel, { billing_amount: 400, metadata: { channel: "web", stay: { nights: "3" } } }],
    ];
    for (const [reference, account_id, given] of rows)
      await makePaymentIntent(fresh, account_id, { reference, ...given });
  });

  test.each<[ParameterInput, string[]]>([
    [{}, ["R*4", "R-3", "R-2", "R-1"]],
    [{ sort: "amount" }, ["R-1", "R-2", "R-3", "R*4"]],
    [{ sort: "-amount", currency: "EUR" }, ["R*4", "R-2", "R-1"]],
    [{ amount_min: "200", amount_max: "300" }, ["R-3", "R-2"]],
    [{ customer_email: "ANN@example.com" }, ["R-1"]],
    [{ customer_email: "ann*" }, ["R-2", "R-1"]],
    [{ reference: "r-*" }, ["R-3", "R-2", "R-1"]],
    [{ reference: "r*4" }, ["R*4"]],
    [{ "metadata[channel]": "web" }, ["R*4", "R-1"]],
    [{ "metadata[channel]": "web", amount_max: "100" }, ["R-1"]],
    [{ "metadata[stay.nights]": "3" }, ["R*4", "R-3"]],
    [{ "metadata[tags][]": "vip" }, ["R-2"]],
    [{ "metadata[stay]": "*" }, ["R*4", "R-3"]],
    [{ status: "PROCESSED" }, []],
    [{ status: "INITIALIZED,PROCESSED" }, ["R*4", "R-3", "R-2", "R-1"]],
    [{ created_to: "2020-01-01" }, []],
    [{ created_from: "2020-01-01", currency: "USD" }, ["R-3"]],
  ])("%o holds %o", async (given, expected) => {
    expect(await references(actor, given)).toEqual(expected);
    const totals = await totalPaymentIntents(actor, query(given));
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
  });

  test("a branch holds its own payments and those below it", async () => {
    expect(await references(actor, { account: hotel })).toEqual(["R*4", "R-3", "R-2"]);
    expect(await references(actor, { account: hotel, currency: "EUR" })).toEqual(["R*4", "R-2"]);
  });

  test("totals are per account, status and currency, and never mix currencies", async () => {
    const totals = await totalPaymentIntents(actor, query());
    expect(paymentIntentTotal.array().parse(totals)).toEqual(totals);
    const line = { status: "INITIALIZED" };
    expect(totals).toMatchObject([
      { ...line, account: { name: "Chain" }, currency: "EUR", count: 1, amount: 100 },
      { ...line, account: { name: "Hotel" }, currency: "EUR", count: 2, amount: 600 },
      { ...line, account: { name: "Hotel" }, currency: "USD", count: 1, amount: 300 },
    ]);
  });
});
