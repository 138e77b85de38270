import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import {
  asOwner,
  createKey,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { tenantDoor } from "./pools";

const database = doorsOfThisFile();

async function fill(tenant: TestTenant, accountId: string, rows: number): Promise<void> {
  await asOwner(
    database(),
    `insert into payment_intents (tenant_id, account_id, billing_amount, billing_currency, status)
     select $1, $2, n, 'EUR', case when n <= 3 then 'FAILED' else 'INITIALIZED' end from generate_series(1, $3::int) n`,
    [tenant.id, accountId, rows],
  );
}

/** What a list says of its length, and the statements it took. */
async function lengthOf(actor: TenantActor, given: Record<string, string> = {}) {
  const { counters } = tenantDoor().pool;
  const before = counters.statements;
  const { query } = parseListParams(paymentIntentList, given, { mode: "strict" });
  const { total, totalIsCapped, items } = await listPaymentIntents(actor, query);
  return { total, totalIsCapped, items: items.length, statements: counters.statements - before };
}

test("a list too long to count is not counted again for a moment, and nobody else's or other list's length is told", async () => {
  const tenant = await createTenant(database());
  const { id: accountId } = await makeAccount(tenant);
  const { id: shortId } = await makeAccount(tenant);
  const restricted = await createKey(tenant, { accountIds: [shortId] });
  // After the other: the accounts of a new key end the passes of the tenant.
  const key = await createKey(tenant);
  await fill(tenant, accountId, 10_001);
  await fill(tenant, shortId, 4);
  const long = { total: 10_000, totalIsCapped: true, items: 50 };
  expect(await lengthOf(key)).toEqual({ ...long, statements: 2 });
  expect(await lengthOf(key)).toEqual({ ...long, statements: 1 });
  expect(await lengthOf(key, { page: "3" })).toEqual({ ...long, statements: 1 });
  expect(await lengthOf(key, { status: "FAILED" })).toMatchObject({ total: 6, totalIsCapped: false, statements: 2 });
  expect(await lengthOf(key, { account: shortId })).toMatchObject({ total: 4, totalIsCapped: false, statements: 2 });
  expect(await lengthOf(restricted)).toMatchObject({ total: 4, totalIsCapped: false, statements: 2 });
  const stranger = await createKey(await createTenant(database()));
  expect(await lengthOf(stranger)).toMatchObject({ total: 0, totalIsCapped: false, statements: 2 });
});

test("a filter by metadata finds old rows of who sees chosen accounts only, however many accounts and newer rows of others", async () => {
  const tenant = await createTenant(database());
  const { id: ownId } = await makeAccount(tenant);
  const { id: otherId } = await makeAccount(tenant);
  const key = await createKey(tenant, { accountIds: [ownId] });
  for (const [accountId, rows] of [
    [ownId, 3],
    [otherId, 60],
  ] as const) {
    await fill(tenant, accountId, rows);
    await asOwner(database(), `update payment_intents set metadata = '{"channel": "web"}' where account_id = $1`, [
      accountId,
    ]);
  }
  const many = { ...key, accountIds: [ownId, ...Array.from({ length: 300 }, () => randomUUID())] };
  const given = { "metadata[channel]": "web" };
  for (const actor of [key, many]) expect(await lengthOf(actor, given)).toMatchObject({ total: 3, items: 3 });
  expect(await lengthOf(tenant.system, given)).toMatchObject({ total: 63, items: 50 });
  expect(await lengthOf(tenant.system, { ...given, page: "2" })).toMatchObject({ total: 63, items: 13 });
});
