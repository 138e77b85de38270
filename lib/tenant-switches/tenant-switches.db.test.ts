import { isValidElement } from "react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createAccount } from "@/lib/accounts/commands";
import { listAccountTree } from "@/lib/accounts/queries";
import { createAccountInput } from "@/lib/accounts/schema";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { signSessionToken } from "@/lib/auth/session-token";
import { env } from "@/lib/env";
import { tenantAction } from "@/lib/http/action";
import { tenantPage } from "@/lib/http/page";
import { confirmPaymentIntent, createPaymentIntent } from "@/lib/payment-intents/commands";
import { confirmPaymentIntentInput, createPaymentIntentInput } from "@/lib/payment-intents/schema";
import { createRefundStop } from "@/lib/refund-stops/commands";
import { approveRefund } from "@/lib/refunds/approvals";
import { createRefund } from "@/lib/refunds/commands";
import { createRefundInput } from "@/lib/refunds/schema";
import { SWITCHES, type Switch } from "@/lib/switches";
import { queueMail, requireSwitch, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { reactivateTenant, suspendTenant } from "@/lib/tenants/commands";
import { callApi } from "@/lib/testing/api";
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
import { makeProcessedPayment, makeWaitingRefund } from "@/lib/testing/refunds";
import { setTenantSwitch } from "./commands";
import { getTenantSwitches } from "./queries";

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const database = doorsOfThisFile();
const WHY = "Chargebacks are being looked into";
let admin: PlatformAdminActor;
let tenant: TestTenant;
let member: MemberActor;
let key: Awaited<ReturnType<typeof createKey>>;
let account: string;

beforeAll(async () => {
  request.headers = new Headers({ origin: env().appUrl });
  admin = await createPlatformAdmin(database());
});

beforeEach(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  key = await createKey(tenant);
  account = (await makeAccount(tenant)).id;
  request.cookies.set("bulkhead.session", { value: await signSessionToken(member) });
});

const turn = (name: Switch, on: boolean, reason = WHY) =>
  setTenantSwitch(admin, { id: tenant.id, switch: name, on, reason });

const treePage = tenantPage(async ({ actor }) => (await listAccountTree(actor)).length.toString());
const newAccount = () => ({ name: `Account ${Math.random()}`, currency: "EUR" });
const accountAction = tenantAction(createAccountInput, createAccount);
const paymentAction = tenantAction(createPaymentIntentInput, createPaymentIntent);
const confirmAction = tenantAction(confirmPaymentIntentInput, confirmPaymentIntent);
const refundAction = tenantAction(createRefundInput, createRefund);

/** "served", or the code and sentence of the refusal. */
async function page(): Promise<string> {
  const shown = await treePage({ params: Promise.resolve({ tenant: tenant.slug }) });
  if (!isValidElement<{ error: Error & { code: string } }>(shown)) return "served";
  const { error } = shown.props;
  return `${error.code}: ${error.message}`;
}

async function action(result: Promise<{ ok: boolean; error?: { code: string; message: string } }>): Promise<string> {
  const { ok, error } = await result;
  return ok || !error ? "served" : `${error.code}: ${error.message}`;
}

async function api(token: MemberActor | { secret: string }, address: string, body?: unknown): Promise<string> {
  const { status, body: answer } = await callApi(body ? "POST" : "GET", `/api/v1/${address}`, {
    token,
    headers: { "x-tenant": tenant.slug },
    ...(body !== undefined && { body }),
  });
  return status < 300 ? "served" : `${status} ${answer.code}: ${answer.detail}`;
}

const paymentInput = () =>
  createPaymentIntentInput.parse({ account_id: account, billing_amount: 100, billing_currency: "EUR" });

/** Everything that some switch stops, each as it is done. */
const ACTS: Record<string, { of: Switch | null; send: () => Promise<string> }> = {
  "a page": { of: "dashboard", send: page },
  "an action": { of: "dashboard", send: () => action(accountAction(tenant.slug, newAccount())) },
  "a key that reads": { of: "api", send: () => api(key, "accounts") },
  "a key that writes": { of: "api", send: () => api(key, "account", newAccount()) },
  "a session token": { of: "api", send: () => api(member, "accounts") },
  "a payment": { of: "payments", send: () => action(paymentAction(tenant.slug, paymentInput())) },
  "a payment by the API": { of: "payments", send: () => api(key, "payment_intent", paymentInput()) },
  "a confirmation": {
    of: "payments",
    send: async () => {
      const { id } = await beforehand.payment();
      return action(confirmAction(tenant.slug, { id }));
    },
  },
  "a refund": {
    of: "refunds",
    send: async () => action(refundAction(tenant.slug, { payment_intent_id: beforehand.collected, amount: 1 })),
  },
  "a refund by the API": {
    of: "refunds",
    send: () => api(key, "refund", { payment_intent_id: beforehand.collected, amount: 1 }),
  },
};

/** What acts need that was made before anything was switched off. */
const beforehand = {
  payments: [] as { id: string }[],
  collected: "",
  async payment(): Promise<{ id: string }> {
    const payment = this.payments.pop();
    if (!payment) throw new Error("no payment is left");
    return payment;
  },
};

async function prepare(): Promise<void> {
  beforehand.payments = await Promise.all([makePaymentIntent(tenant, account), makePaymentIntent(tenant, account)]);
  beforehand.collected = (await makeProcessedPayment(tenant, account)).id;
  // Remembered by everything that remembers.
  for (const name of ["a page", "a key that reads", "a session token"]) expect(await ACTS[name]?.send()).toBe("served");
}

describe.each(SWITCHES)("%s switched off", (name) => {
  test("stops on the next request what it is for, with the reason, and nothing else; switched on, all goes on", async () => {
    await prepare();
    await turn(name, false);
    for (const [what, { of, send }] of Object.entries(ACTS)) {
      const isByApi = ["a payment by the API", "a refund by the API"].includes(what);
      const isByPage = ["a payment", "a confirmation", "a refund"].includes(what);
      const isStopped = of === name || (isByApi && name === "api") || (isByPage && name === "dashboard");
      const answer = await send();
      if (!isStopped) expect(answer, what).toBe("served");
      else expect(answer, what).toMatch(new RegExp(`^(403 )?switched_off: .+ by the platform: ${WHY}$`));
    }
    await turn(name, true, "Looked into");
    beforehand.payments = [await makePaymentIntent(tenant, account)];
    for (const [what, { send }] of Object.entries(ACTS)) expect(await send(), what).toBe("served");
  });
});

test("who turned a switch, when and why is shown, and stands in the tenant's own log", async () => {
  const before = Date.now();
  const { switches } = await turn("payments", false);
  expect(switches.map(({ name, is_on }) => [name, is_on])).toEqual(SWITCHES.map((name) => [name, name !== "payments"]));
  const off = switches.find(({ name }) => name === "payments");
  expect(off).toMatchObject({ reason: WHY, switched_off_by: { id: admin.userId, name: "Petra Platform" } });
  expect(Date.parse(off?.switched_off_at ?? "")).toBeGreaterThanOrEqual(before - 1000);
  expect(await getTenantSwitches(admin, { id: tenant.id })).toMatchObject({ tenant: { id: tenant.id }, switches });
  await turn("payments", true, "Looked into");
  const { body } = await callApi("GET", "/api/v1/audit_logs?table=tenant_switches", { token: member });
  expect(body.items).toMatchObject([
    { operation: "tenant_switches.switch_on", reason: "Looked into", actor_kind: "platform_admin" },
    { operation: "tenant_switches.switch_off", reason: WHY, actor_label: "Petra Platform", user_id: admin.userId },
  ]);
});

test("of two who turn the same switch at once one is told that it is so already", async () => {
  const outcomes = await Promise.allSettled([turn("api", false), turn("api", false, "Mine")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(turn("api", false)).rejects.toMatchObject({ code: "conflict" });
  await turn("api", true);
  await expect(turn("api", true)).rejects.toMatchObject({ code: "conflict" });
});

test("no tenant reads or turns the switches by API, and an unknown one is not found; wrong fields are named", async () => {
  const body = { id: tenant.id, switch: "payments", on: false, reason: WHY };
  for (const token of [member, key]) {
    expect((await callApi("POST", "/api/v1/admin/tenant/switch", { token, body })).status).toBe(403);
    expect((await callApi("GET", `/api/v1/admin/tenant_switches?id=${tenant.id}`, { token })).status).toBe(403);
  }
  // Nor through the database, where the role could see what is off.
  await turn("refunds", false);
  for (const statement of [sql`delete from tenant_switches`, sql`update tenant_switches set reason = 'x'`])
    await expect(tenantWrite(tenant.system, null, "test", (db) => db.rows(statement))).rejects.toThrow(
      "permission denied",
    );
  expect((await getTenantSwitches(admin, { id: tenant.id })).switches.filter(({ is_on }) => !is_on)).toHaveLength(1);
  await expect(getTenantSwitches(admin, { id: admin.userId })).rejects.toMatchObject({ code: "not_found" });
  const wrong = await callApi("POST", "/api/v1/admin/tenant/switch", {
    token: admin,
    body: { id: "x", switch: "mail", on: "no", reason: " " },
  });
  expect(wrong.body.detail.map(({ loc }: { loc: string[] }) => loc[1]).sort()).toEqual([
    "id",
    "on",
    "reason",
    "switch",
  ]);
});

test("one tenant's switch is no other tenant's", async () => {
  const other = await createTenant(database());
  const theirs = await createKey(other);
  await turn("api", false);
  expect((await callApi("GET", "/api/v1/accounts", { token: theirs })).status).toBe(200);
  await tenantRead(other.system, null, (db) => requireSwitch(db, "api"));
});

test("with dashboard and API off a session that has no pass is refused by the door itself", async () => {
  await turn("dashboard", false);
  await turn("api", false);
  for (const actor of [
    { ...member, pass: null },
    { ...key, pass: null },
  ])
    await expect(tenantRead(actor, null, (db) => db.account.count())).rejects.toMatchObject({ code: "switched_off" });
});

describe("the platform's word on refunds", () => {
  test("comes before the tenant's own stop, which lifts nothing", async () => {
    const payment = await makeProcessedPayment(tenant, account);
    await createRefundStop(member, { reason: "Our own" });
    await turn("refunds", false);
    const refund = { payment_intent_id: payment.id, amount: 1 };
    expect(await action(refundAction(tenant.slug, refund))).toMatch(/^switched_off/);
    await turn("refunds", true);
    expect(await action(refundAction(tenant.slug, refund))).toMatch(/^refunds_stopped/);
  });

  test("keeps a refund that waits from being approved, and lets it be rejected", async () => {
    const waiting = await makeWaitingRefund(tenant, (await makeProcessedPayment(tenant, account)).id);
    await turn("refunds", false);
    await expect(approveRefund(member, { id: waiting.id, comment: null })).rejects.toMatchObject({
      code: "switched_off",
    });
    await turn("refunds", true);
    expect((await approveRefund(member, { id: waiting.id, comment: null })).approval?.status).toBe("approved");
  });
});

test("what is under way settles, and what was collected elsewhere is still imported", async () => {
  const payment = await makePaymentIntent(tenant, account);
  await tenantWrite(tenant.system, null, "test", (db) =>
    db.paymentIntent.updateMany({ where: { id: payment.id }, data: { status: "PROCESSING", provider: "sandbox" } }),
  );
  await turn("payments", false);
  await tenantWrite(tenant.system, null, "test", async (db) => {
    await db.paymentIntent.updateMany({ where: { id: payment.id }, data: { status: "PROCESSED" } });
    await db.paymentIntent.create({
      data: { tenantId: tenant.id, accountId: account, billingAmount: 5, billingCurrency: "EUR", status: "PROCESSED" },
      select: { id: true },
    });
  });
  const again = tenantWrite(tenant.system, null, "test", (db) =>
    db.paymentIntent.create({
      data: { tenantId: tenant.id, accountId: account, billingAmount: 5, billingCurrency: "EUR" },
      select: { id: true },
    }),
  );
  await expect(again).rejects.toMatchObject({ code: "switched_off" });
});

describe("a suspended tenant", () => {
  const why = { reason: "Unpaid" };
  const jobs = (name: string) =>
    asOwner<{ payload: Record<string, string> }>(
      database(),
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 order by j.id`,
      [name],
    );

  test("sends no mail, and all that was kept once it is active again", async () => {
    await tenantWrite(tenant.system, null, "test", (db) =>
      queueMail(db, { to: "ann@example.com", subject: "Hello", text: "Hello", kind: "test" }),
    );
    const [mail] = await asOwner<{ id: string }>(database(), "select id from mails where about_tenant_id = $1", [
      tenant.id,
    ]);
    const toSend = async () => (await asOwner(database(), "select * from app.mail_to_send($1)", [mail?.id])).length;
    expect(await toSend()).toBe(1);
    await suspendTenant(admin, { id: tenant.id, ...why });
    expect(await toSend()).toBe(0);
    // Its job has run meanwhile, and found nothing to send.
    await asOwner(database(), "delete from graphile_worker._private_jobs");
    await reactivateTenant(admin, { id: tenant.id, ...why });
    expect(await toSend()).toBe(1);
    expect((await jobs("mails.send")).map(({ payload }) => payload.mail_id)).toEqual([mail?.id]);
  });
});
