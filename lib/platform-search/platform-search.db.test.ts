import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { platformRead, type ReadClient, sql } from "@/lib/tenant-db";
import { type ApiCall, callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeProcessedPayment, makeRefund } from "@/lib/testing/refunds";
import { findAccounts, findApiKeys, findPaymentIntents, findRefunds, findUsers } from "./queries";
import { readWords } from "./words";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
  [one, two] = [await createTenant(database()), await createTenant(database())];
});

const search = (q: string, token: ApiCall["token"] = admin) =>
  callApi("GET", `/api/v1/admin/search?${new URLSearchParams({ q })}`, { token });
const find = async (q: string) => (await search(q)).body;
const free = () => randomBytes(5).toString("hex");
const tenantOf = ({ id, slug }: TestTenant) => ({ id, slug, name: `Tenant ${slug}` });
const idsOf = (group: { items: { id: string }[] }) => group.items.map(({ id }) => id);
const kindsFound = (found: Record<string, { items: unknown[] }>) =>
  Object.entries(found).flatMap(([kind, { items }]) => (items.length > 0 ? [kind] : []));
const latestNote = async () =>
  (
    await asOwner<{ user_id: string; operation: string; new_values: object; tenant_id: string }>(
      database(),
      "select user_id, operation, new_values, tenant_id from audit_logs where table_name = 'searches' order by id desc limit 1",
    )
  )[0];

describe("a search across tenants finds", () => {
  test("a payment intent by its id, by the beginning of its reference, and by the whole address of its customer", async () => {
    const reference = `Ref-${free()}`;
    const email = `guest-${free()}@example.com`;
    const made = await Promise.all(
      [one, two].map(async (tenant) =>
        makePaymentIntent(tenant, (await makeAccount(tenant)).id, { reference, customer_email: email }),
      ),
    );
    const id = made[0]?.id ?? "";
    const byId = await find(id.toUpperCase());
    expect(byId.payment_intents.items).toMatchObject([
      { id, tenant: tenantOf(one), reference, customer_email: "g•••@example.com", amount: 10_000, currency: "EUR" },
    ]);
    expect(kindsFound(byId)).toEqual(["payment_intents"]);
    for (const q of [reference, reference.toLowerCase().slice(0, -1), email.toUpperCase()])
      expect(idsOf((await find(q)).payment_intents).sort(), q).toEqual(made.map((intent) => intent.id).sort());
    // Whoever sees addresses masked does not find them out letter by letter.
    expect((await find(email.slice(0, -1))).payment_intents.items).toEqual([]);
    expect((await find(email.slice(0, 12))).payment_intents.items).toEqual([]);
    expect(JSON.stringify(await find(email))).not.toContain(email);
  });

  test("a refund and an account by id, an account by the beginning of its name", async () => {
    const { id: accountId } = await makeAccount(two, { name: `Hotel_${free()} Porto` });
    const payment = await makeProcessedPayment(two, accountId);
    const refund = await makeRefund(two, payment.id);
    expect((await find(refund.id)).refunds.items).toMatchObject([
      { id: refund.id, tenant: tenantOf(two), payment_intent_id: payment.id },
    ]);
    const [account] = (await find(accountId)).accounts.items;
    expect(account).toMatchObject({ id: accountId, tenant: tenantOf(two), deleted_at: null });
    expect(idsOf((await find(account.name.slice(0, 12).toUpperCase())).accounts)).toEqual([accountId]);
    // Signs that LIKE knows are signs like others.
    expect((await find("Hotel%")).accounts.items).toEqual([]);
  });

  test("a user by id, name or address, in whatever tenants, and a tenant by name, slug or id", async () => {
    const { userId } = await createMember(database(), one);
    const email = `${free()}@people.example`;
    await asOwner(database(), "update users set email = $2, full_name = $3 where id = $1", [
      userId,
      email,
      `Zoë ${email.slice(0, 6)}`,
    ]);
    for (const q of [userId, email, email.slice(2, 9), `zoë ${email.slice(0, 6)}`])
      expect((await find(q)).users.items, q).toMatchObject([
        { id: userId, email, tenant_names: [`Tenant ${one.slug}`] },
      ]);
    for (const q of [two.id, two.slug, `ENANT ${two.slug}`])
      expect(idsOf((await find(q)).tenants), q).toEqual([two.id]);
  });

  test("an access key by id, prefix, last four signs, or pasted whole, whose secret nobody keeps", async () => {
    const { apiKeyId, secret } = await createKey(one);
    const prefix = secret.slice(0, 19);
    for (const q of [apiKeyId, prefix, secret.slice(-4), secret]) {
      const { status, body, text } = await search(q);
      expect([status, idsOf(body.api_keys)], q).toEqual([200, [apiKeyId]]);
      expect(text).not.toContain(secret.slice(prefix.length));
    }
    expect((await latestNote())?.new_values).toMatchObject({ query: `${prefix}…${secret.slice(-4)}` });
    const log = await asOwner(database(), "select 1 from audit_logs a where strpos(a::text, $1) > 0", [
      secret.slice(19),
    ]);
    expect(log).toEqual([]);
  });

  test("twenty of each kind at most, and says that there are more", async () => {
    const { id: accountId } = await makeAccount(one);
    await asOwner(
      database(),
      `insert into payment_intents (tenant_id, account_id, billing_amount, billing_currency, reference)
       select $1, $2, n, 'EUR', 'MANY-' || n from generate_series(1, 21) n`,
      [one.id, accountId],
    );
    const { payment_intents } = await find("many-");
    expect([payment_intents.items.length, payment_intents.has_more]).toEqual([20, true]);
    expect((await find("many-21")).payment_intents).toMatchObject({
      items: [{ reference: "MANY-21" }],
      has_more: false,
    });
    expect(kindsFound(await find(`nothing-${free()}`))).toEqual([]);
  });
});

test("only platform admins search, while there is something to find, and words need three characters", async () => {
  for (const token of [await createMember(database(), one), await createKey(one)])
    expect((await search(one.slug, token)).status).toBe(403);
  expect(idsOf((await find(one.slug)).tenants)).toEqual([one.id]);
  for (const q of ["", "ab", " ab ", "😀a", "x".repeat(201), "a\u0000bc"]) {
    const { status, body } = await search(q);
    expect([status, body.detail[0]?.loc], q).toEqual([422, ["query", "q"]]);
  }
});

test("each search is in the log, with who looked for what and how much there was, and addresses masked for the staff", async () => {
  const q = `nobody-${free()}@example.com`;
  await search(q);
  expect(await latestNote()).toMatchObject({
    user_id: admin.userId,
    operation: "search.run",
    tenant_id: "00000000-0000-0000-0000-000000000000",
    new_values: { query: q, found: { payment_intents: 0, users: 0 } },
  });
  const log = await callApi("GET", `/api/v1/admin/audit_logs?table=searches&user=${admin.userId}`, { token: admin });
  expect(log.body.items[0]).toMatchObject({ actor_kind: "platform_admin", tenant: null });
  expect(JSON.stringify(log.body.items[0])).not.toContain(q);
  // A search that is refused is none, and a transaction that only reads cannot note one.
  await expect(platformRead(admin, (db) => db.rows(sql`select app.note_search('x', '{}')`))).rejects.toThrow();
});

test("no kind of search reads a table of tenants from end to end, however many rows others have", async () => {
  const { id: accountId } = await makeAccount(two);
  await asOwner(
    database(),
    `insert into payment_intents (tenant_id, account_id, billing_amount, billing_currency, reference, customer_email)
     select $1, $2, n, 'EUR', 'R' || n, 'c' || n || '@example.com' from generate_series(1, 5000) n`,
    [two.id, accountId],
  );
  await asOwner(database(), "analyze payment_intents, tenants, refunds, accounts, users");
  const plans: string[] = [];
  await platformRead(admin, async (db) => {
    const explaining: ReadClient = {
      ...db,
      rows: async (query) => {
        const lines = await db.rows<Record<string, string>>(sql`explain ${query}`);
        plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
        return [];
      },
    };
    const { id } = await makePaymentIntent(one, (await makeAccount(one)).id);
    for (const words of [id, "R49", "c77@example.com", "x9Zk"].map(readWords))
      for (const finder of [findPaymentIntents, findRefunds, findAccounts, findApiKeys, findUsers])
        await finder(explaining, words);
  });
  expect(plans.length).toBeGreaterThan(10);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on payment_intents/);
  expect(plans.filter((plan) => /using payment_intents_(pkey|email|reference)/.test(plan)).length).toBe(4);
});

test("people and accounts are searched by indexes over their names, below what row-level security lets through", async () => {
  const { id: accountId } = await makeAccount(two, { name: "Rarely named" });
  await asOwner(
    database(),
    "insert into users (email, full_name) select 'p' || n || '@people.example', 'Person ' || md5(n::text) from generate_series(1, 20000) n",
  );
  await asOwner(
    database(),
    "insert into accounts (tenant_id, name, currency) select $1, md5(n::text), 'EUR' from generate_series(1, 4000) n",
    [two.id],
  );
  await asOwner(database(), "analyze users, accounts");
  const planOf = async (query: string) => JSON.stringify(await asOwner(database(), `explain ${query}`));
  expect(await planOf("select id from users where lower(email || ' ' || full_name) like '%p3999@%'")).toContain(
    "users_part",
  );
  expect(await planOf("select id from accounts where lower(name) like 'rarely%'")).toContain("accounts_name_start");
  expect(idsOf((await find("RARELY nam")).accounts)).toEqual([accountId]);
});
