import { beforeAll, expect, test } from "vitest";
import type { MemberActor, PersonActor } from "@/lib/actor";
import { saveListPreference } from "@/lib/list-preferences/commands";
import { listListPreferences } from "@/lib/list-preferences/queries";
import { setDefaultView } from "@/lib/saved-views/commands";
import { listsWithDefaultViewPart } from "@/lib/saved-views/queries";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { makeProcessedPayment, makeWaitingRefund } from "@/lib/testing/refunds";
import { makeSavedView } from "@/lib/testing/saved-views";
import { countUnreadNotices } from "../notices/queries";
import { readRefundAlerts, refundAlertsPart } from "../refunds/queries";
import { tenantReadParts } from "../tenant-db";
import { tenantDoor } from "../tenant-db/pools";
import { TENANT_LISTS } from "./lists";
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

test("the frame knows how the person has set up tables, and which lists open with a view, and nobody else's", async () => {
  const { userId, sessionId } = owner;
  const person: PersonActor = {
    kind: "person",
    userId,
    sessionId,
    requestId: "test",
    ipAddress: null,
    userAgent: null,
  };
  const preference = {
    list: "payment_intents",
    columns: ["reference"],
    widths: { reference: 200 },
    density: "compact",
  } as const;
  await saveListPreference(person, { ...preference, columns: [...preference.columns] });
  const id = await makeSavedView(tenant);
  await setDefaultView(owner, { list: "payment_intents", view_id: id }, TENANT_LISTS);
  const { preferences, listsWithDefaultView } = await readTenantFrame(owner);
  expect(preferences).toEqual((await listListPreferences(person)).items);
  expect(preferences).toEqual([preference]);
  expect(listsWithDefaultView).toEqual(["payment_intents"]);
  const other = await createMember(database(), tenant);
  const through = { ...owner, view: { id: owner.membershipId, label: "x", endsAt: new Date().toISOString() } };
  expect(await readTenantFrame(other)).toMatchObject({ preferences: [], listsWithDefaultView: [] });
  expect(listsWithDefaultViewPart(through).query.values).not.toContain(owner.membershipId);
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
