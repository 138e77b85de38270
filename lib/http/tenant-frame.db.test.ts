import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { makeProcessedPayment, makeWaitingRefund } from "@/lib/testing/refunds";
import { countUnreadNotices } from "../notices/queries";
import { readRefundAlerts, refundAlertsPart } from "../refunds/queries";
import { tenantReadParts } from "../tenant-db";
import { tenantDoor } from "../tenant-db/pools";
import { readTenantFrame } from "./tenant-frame";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  const other = await createTenant(database());
  for (const each of [tenant, other]) {
    const account = await makeAccount(each);
    const payment = await makeProcessedPayment(each, account.id);
    for (let n = 0; n < 2; n += 1) await makeWaitingRefund(each, payment.id, { amount: 10 });
  }
  // Last: what is set up above ends passes.
  owner = await createMember(database(), tenant);
});

async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const before = tenantDoor().pool.counters.statements;
  const result = await work();
  return { result, statements: tenantDoor().pool.counters.statements - before };
}

test("the frame of a page is one statement, and says what its parts say alone", async () => {
  const { result, statements } = await statementsOf(() => readTenantFrame(owner));
  expect(statements).toBe(1);
  expect(result.refunds).toEqual(await readRefundAlerts(owner));
  expect(result.refunds.waiting).toBe(2);
  expect(result.unreadNotices).toBe((await countUnreadNotices(owner)).unread);
  expect(result.visits).toEqual([]);
});

test("whoever may not read refunds gets a frame without them", async () => {
  const permissions = new Set([...owner.permissions].filter((name) => name !== "refunds:read"));
  expect((await readTenantFrame({ ...owner, permissions })).refunds).toEqual({ stop: null, waiting: 0 });
});

test("a part that the actor may not have refuses all of them before anything is sent", async () => {
  const stranger = { ...owner, permissions: new Set<never>() };
  const { statements } = await statementsOf(async () =>
    expect(tenantReadParts(stranger, "frame", { refunds: refundAlertsPart(stranger) })).rejects.toMatchObject({
      code: "forbidden",
      data: { permission: "refunds:read" },
    }),
  );
  expect(statements).toBe(0);
});
