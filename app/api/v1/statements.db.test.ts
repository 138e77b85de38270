import { expect, test } from "vitest";
import { isFiltersOf, isList } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { callApi } from "@/lib/testing/api";
import { sampleRequest } from "@/lib/testing/api-samples";
import { createKey, createTenant, doorsOfThisFile, makeAccount, makePaymentIntent } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();

/** Statements of a request by key, the look-up of the key included. */
const STATEMENTS: Readonly<Record<string, number>> = {
  listAccounts: 3,
  listPaymentIntents: 3,
  totalPaymentIntents: 2,
  listAuditLogs: 3,
  listRequestLogs: 3,
};

test("a list costs the same statements for one record and for fifty, each one round trip (R19)", async () => {
  const tenant = await createTenant(database());
  const token = await createKey(tenant);
  const account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id);
  const lists = OPERATIONS.filter(({ query }) => isList(query) || isFiltersOf(query));
  const costs = async () => {
    const entries: [string, { statements: number; roundTrips: number }][] = [];
    for (const operation of lists) {
      const { method, address } = await sampleRequest(operation, tenant);
      const before = { ...tenantDoor().pool.counters };
      const answer = await callApi(method, address, { token });
      const after = tenantDoor().pool.counters;
      expect(answer.body.items.length).toBeGreaterThan(0);
      entries.push([
        operation.operationId,
        { statements: after.statements - before.statements, roundTrips: after.roundTrips - before.roundTrips },
      ]);
    }
    return Object.fromEntries(entries);
  };
  const expected = Object.fromEntries(
    lists.map(({ operationId }) => [
      operationId,
      { statements: STATEMENTS[operationId], roundTrips: STATEMENTS[operationId] },
    ]),
  );
  expect(await costs()).toEqual(expected);
  for (let n = 1; n < 50; n += 1) {
    const { id } = await makeAccount(tenant, { parent_id: account.id });
    await makePaymentIntent(tenant, id);
  }
  expect((await callApi("GET", "/api/v1/payment_intents", { token })).body.items).toHaveLength(50);
  expect(await costs()).toEqual(expected);
});
