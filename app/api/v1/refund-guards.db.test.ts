import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { changeSettings, makeProcessedPayment } from "@/lib/testing/refunds";

// What the guard rails say by the API; what they decide is tested beside them.

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let key: Awaited<ReturnType<typeof createKey>>;
let payment: { id: string };

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  key = await createKey(tenant);
  payment = await makeProcessedPayment(tenant, (await makeAccount(tenant)).id);
});

const post = (path: string, body: object, token: MemberActor | typeof key, idempotencyKey: string = randomUUID()) =>
  callApi("POST", `/api/v1/${path}`, {
    token,
    body: { ...body },
    headers: { "x-tenant": tenant.slug, "idempotency-key": idempotencyKey },
  });
const refund = (amount: number, token: MemberActor | typeof key = key) =>
  post("refund", { payment_intent_id: payment.id, amount }, token);

test("a limit is told beside the amount, and a stop with its reason and a code of its own", async () => {
  await changeSettings(tenant, { refund_daily_limits: [{ currency: "EUR", amount: 1_000 }] });
  const over = await refund(1_001);
  expect(over.status).toBe(422);
  expect(over.body).toMatchObject({ detail: [{ loc: ["body", "amount"], type: "refund_tenant_daily_limit" }] });
  expect((await refund(1_000)).status).toBe(201);
  await post("refund_stop", { reason: "Looking into it" }, key);
  const stopped = await refund(1);
  expect(stopped.status).toBe(409);
  expect(stopped.body).toMatchObject({ code: "refunds_stopped", detail: "Refunds are stopped: Looking into it" });
});

test("an approval that is sent twice under one key is done once and answered the same", async () => {
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 0 }] });
  const asked = await refund(500, await createMember(database(), tenant));
  expect(asked.body).toMatchObject({ pending_reason: "awaiting_approval" });
  const { id } = asked.body as { id: string };
  const once = randomUUID();
  const first = await post("refund/approve", { id }, owner, once);
  expect(first.status).toBe(200);
  const again = await post("refund/approve", { id }, owner, once);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  const anew = await post("refund/approve", { id }, owner);
  expect(anew.status).toBe(409);
  const rows = await asOwner(
    database(),
    "select id from audit_logs where record_id = $1 and operation = 'refunds.approve'",
    [id],
  );
  expect(rows).toHaveLength(1);
});

test("who asked is refused, and so is any access key", async () => {
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 0 }] });
  const { id } = (await refund(500, owner)).body as { id: string };
  for (const path of ["refund/approve", "refund/reject"]) {
    const own = await post(path, { id, comment: "Mine" }, owner);
    expect(own.status).toBe(403);
    expect(own.body).toMatchObject({ code: "forbidden", detail: expect.stringContaining("Another person") });
    expect((await post(path, { id, comment: "Keys decide nothing" }, key)).status).toBe(403);
  }
});
