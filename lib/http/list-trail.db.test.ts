import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import {
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { parseListParams } from "../list-query";
import { readListTrail } from "./list-trail";
import { readRecordJson } from "./record-json";

const database = doorsOfThisFile();
const utc = { timeZone: "UTC" };
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

test("the pages that a trail walks through are the list's own, forth and back, with their filters", async () => {
  const account = await makeAccount(tenant);
  for (let n = 0; n < 60; n += 1) await makePaymentIntent(tenant, account.id, { reference: `T-${n}` });
  const list = `/${tenant.slug}/payment-intents?account=${account.id}&size=25&columns=amount`;
  const { query } = parseListParams(paymentIntentList, { account: account.id, size: "100" }, { mode: "strict" });
  const all = (await listPaymentIntents(owner, query)).items.map(({ id }) => id);

  const first = await readListTrail(owner, { list }, utc);
  const second = await readListTrail(owner, { list: first.next ?? "" }, utc);
  const third = await readListTrail(owner, { list: second.next ?? "" }, utc);
  expect([...first.ids, ...second.ids, ...third.ids]).toEqual(all);
  expect(third.next).toBeNull();
  expect((await readListTrail(owner, { list: third.previous ?? "" }, utc)).ids).toEqual(second.ids);
});

test("an address of no list is nothing, and whose rows they are is not for the address to say", async () => {
  const stranger = await createMember(database(), await createTenant(database()));
  for (const list of ["/aurora/settings", "/", "//evil.example/payment-intents", "/aurora/audit-logs", "http://["])
    await expect(readListTrail(owner, { list }, utc)).rejects.toMatchObject({ code: "not_found" });
  const list = `/${tenant.slug}/payment-intents`;
  expect((await readListTrail(owner, { list }, utc)).ids.length).toBeGreaterThan(0);
  expect((await readListTrail(stranger, { list }, utc)).ids).toEqual([]);
  const clerk = await createMember(database(), tenant, { permissions: ["accounts:read"] });
  await expect(readListTrail(clerk, { list }, utc)).rejects.toMatchObject({ code: "forbidden" });
});

test("raw JSON is the API's answer to the same person", async () => {
  const { id } = await makePaymentIntent(tenant, (await makeAccount(tenant)).id, { customer_email: "ann@example.com" });
  const clerk = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
  const read = (actor: MemberActor) => readRecordJson(actor, { resource: "payment_intent", id });
  expect(await read(owner)).toMatchObject({ id, customer_email: "ann@example.com" });
  expect(await read(clerk)).toMatchObject({ id, customer_email: "a•••@example.com" });
  await expect(readRecordJson(clerk, { resource: "account", id })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await createMember(database(), await createTenant(database()));
  await expect(read(stranger)).rejects.toMatchObject({ code: "not_found" });
});
