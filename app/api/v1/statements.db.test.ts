import { expect, test } from "vitest";
import { isFiltersOf, isList } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { callApi } from "@/lib/testing/api";
import { sampleRequest } from "@/lib/testing/api-samples";
import {
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();

/** Statements of a request by key whose rights are remembered. */
const STATEMENTS: Readonly<Record<string, number>> = {
  listAccounts: 2,
  listPaymentIntents: 2,
  totalPaymentIntents: 1,
  listAuditLogs: 2,
  listMembers: 2,
  listRoles: 2,
};

test("a list costs the same statements for one record and for fifty, each one round trip (R19)", async () => {
  const tenant = await createTenant(database());
  const token = await createKey(tenant);
  const member = await createMember(database(), tenant);
  const account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id);
  const lists = OPERATIONS.filter(
    ({ query, isSessionOnly, isPlatform, isPublic }) =>
      (isList(query) || isFiltersOf(query)) && !isSessionOnly && !isPlatform && !isPublic,
  );
  const costs = async () => {
    const entries: [string, { statements: number; roundTrips: number }][] = [];
    // Lists of the platform go through a door of their own.
    for (const operation of lists.filter(({ isPlatform }) => !isPlatform)) {
      const { method, address } = await sampleRequest(operation, tenant);
      const before = { ...tenantDoor().pool.counters };
      const answer = await callApi(method, address, {
        token: operation.isSessionOnly ? member : token,
        headers: { "x-tenant": tenant.slug },
      });
      const after = tenantDoor().pool.counters;
      expect(answer.status, address).toBe(200);
      if (STATEMENTS[operation.operationId]) expect(answer.body.items.length, address).toBeGreaterThan(0);
      entries.push([
        operation.operationId,
        { statements: after.statements - before.statements, roundTrips: after.roundTrips - before.roundTrips },
      ]);
    }
    return Object.fromEntries(entries);
  };
  // The look-up of the key is remembered from the first request on.
  await costs();
  const first = await costs();
  for (const [name, statements] of Object.entries(STATEMENTS)) expect(first[name]?.statements, name).toBe(statements);
  for (const [name, { statements, roundTrips }] of Object.entries(first)) expect(roundTrips, name).toBe(statements);
  for (let n = 1; n < 50; n += 1) {
    const { id } = await makeAccount(tenant, { parent_id: account.id });
    await makePaymentIntent(tenant, id);
  }
  expect((await callApi("GET", "/api/v1/payment_intents", { token })).body.items).toHaveLength(50);
  expect(await costs()).toEqual(first);
}, 120_000);
