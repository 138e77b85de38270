import { beforeEach, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { hashApiKey } from "@/lib/api-key-secret";
import { createApiKey } from "@/lib/api-keys/commands";
import { createApiKeyInput } from "@/lib/api-keys/schema";
import { parseListParams } from "@/lib/list-query";
import { listNotices } from "@/lib/notices/queries";
import { noticeList } from "@/lib/notices/schema";
import { getPaymentIntent } from "@/lib/payment-intents/queries";
import { identity, sql, tenantWrite } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { changeSettings, makeProcessedPayment, makeWaitingRefund, RefundingProvider } from "@/lib/testing/refunds";
import { askApprovalByMail } from "./approval-mail";
import { approveRefund, expireApproval, rejectRefund } from "./approvals";
import { cancelRefund, createRefund } from "./commands";
import { submitRefund } from "./jobs";
import { getRefund, listRefunds } from "./queries";
import { createRefundInput, refund, refundList, rejectRefundInput } from "./schema";

const database = doorsOfThisFile({ poolMax: 10 });
let tenant: TestTenant;
let asker: MemberActor;
let approver: MemberActor;
let account: { id: string; name: string };

beforeEach(async () => {
  tenant = await createTenant(database());
  [asker, approver] = [await createMember(database(), tenant), await createMember(database(), tenant)];
  account = await makeAccount(tenant);
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 5_000 }] });
});

const payment = (given: Record<string, unknown> = {}) => makeProcessedPayment(tenant, account.id, given);
const ask = async (actor: MemberActor | ApiKeyActor, given: Record<string, unknown> = {}) =>
  createRefund(actor, createRefundInput.parse({ payment_intent_id: (await payment()).id, ...given }));
const jobsOf = (refundId: string) =>
  asOwner<{ task: string }>(
    database(),
    `select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'refund_id' = $1 order by 1`,
    [refundId],
  ).then((rows) => rows.map(({ task }) => task));
const notices = async (actor: MemberActor) =>
  (
    await listNotices(
      actor,
      parseListParams(noticeList, { kind: "refund_awaits_approval", read: "false" }, { mode: "strict" }).query,
    )
  ).items;
const yes = (id: string, comment: string | null = null) => ({ id, comment });
const no = (id: string) => rejectRefundInput.parse({ id, comment: "Not ours to pay" });

test("a refund above the threshold waits for a second person and holds its amount; one at the threshold does not", async () => {
  const { id } = await payment();
  const made = await createRefund(asker, createRefundInput.parse({ payment_intent_id: id, amount: 5_001 }));
  expect(refund.parse(made)).toEqual(made);
  expect(made).toMatchObject({
    status: "PENDING",
    pending_reason: "awaiting_approval",
    approval: { status: "pending", decided_by: null, comment: null, excluded_user_ids: [asker.userId] },
  });
  const days = (Date.parse(made.approval?.expires_at ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(7, 1);
  expect(await jobsOf(made.id)).toEqual(["refunds.ask_approval", "refunds.expire_approval"]);
  expect(await getPaymentIntent(asker, { id })).toMatchObject({ refundable_amount: 4_999 });
  expect(await ask(asker, { amount: 5_000 })).toMatchObject({ approval: null, pending_reason: "queued" });
});

test("a currency that no threshold names needs a second person whatever the amount", async () => {
  const yen = await payment({ billing_currency: "JPY" });
  const made = await createRefund(asker, createRefundInput.parse({ payment_intent_id: yen.id, amount: 1 }));
  expect(made.approval).toMatchObject({ status: "pending" });
});

test("the second person's approval hands it to the provider, with who, when and why, and puts the notice away", async () => {
  const made = await ask(asker);
  expect(await notices(approver)).toMatchObject([{ subject: { id: made.id }, audience: "refunds:approve" }]);
  const approved = await approveRefund(approver, yes(made.id, "Checked with the hotel"));
  expect(approved).toMatchObject({
    status: "PENDING",
    pending_reason: "queued",
    approval: {
      status: "approved",
      decided_by: { id: approver.userId, name: "Ann Example" },
      comment: "Checked with the hotel",
    },
  });
  expect(await jobsOf(made.id)).toContain("refunds.submit");
  expect(await notices(approver)).toEqual([]);
  const provider = new RefundingProvider("succeeded");
  await submitRefund({ tenant_id: tenant.id, refund_id: made.id }, provider.find);
  expect(await getRefund(asker, { id: made.id })).toMatchObject({
    status: "SUCCEEDED",
    approval: { status: "approved" },
  });
  expect(provider.movedMinor).toBe(10_000);
});

test("a rejected refund is canceled, says why, and its amount is there again", async () => {
  const made = await ask(asker);
  expect(await rejectRefund(approver, no(made.id))).toMatchObject({
    status: "CANCELED",
    pending_reason: null,
    approval: { status: "rejected", decided_by: { id: approver.userId }, comment: "Not ours to pay" },
  });
  expect(await getPaymentIntent(asker, { id: made.payment_intent.id })).toMatchObject({ refundable_amount: 10_000 });
  expect(rejectRefundInput.safeParse({ id: made.id, comment: " " }).error?.issues[0]?.path).toEqual(["comment"]);
});

test("a job that comes too early gives no money back", async () => {
  const made = await ask(asker);
  const provider = new RefundingProvider("succeeded");
  await submitRefund({ tenant_id: tenant.id, refund_id: made.id }, provider.find);
  expect(provider.calls).toEqual([]);
  expect(await getRefund(asker, { id: made.id })).toMatchObject({ pending_reason: "awaiting_approval" });
});

describe("four eyes", () => {
  test("who asked may neither approve nor reject, whatever the role", async () => {
    const made = await ask(asker);
    const refused = { code: "forbidden", message: expect.stringContaining("Another person has to decide") };
    await expect(approveRefund(asker, yes(made.id))).rejects.toMatchObject(refused);
    await expect(rejectRefund(asker, no(made.id))).rejects.toMatchObject(refused);
    expect((await getRefund(asker, { id: made.id })).approval?.status).toBe("pending");
  });

  test("what a key asked for is not approved by whoever made the key, nor by any key", async () => {
    const { secret, api_key: key } = await createApiKey(
      asker,
      createApiKeyInput.parse({ name: "Booking engine", permissions: ["refunds:create", "refunds:read"] }),
    );
    const grant = await identity.findApiKeyGrant(hashApiKey(secret));
    const actor: ApiKeyActor = {
      ...(await createKey(tenant)),
      apiKeyId: key.id,
      permissions: grant?.permissions ?? new Set(),
      pass: null,
    };
    const made = await ask(actor);
    expect(made).toMatchObject({ requested_by: { kind: "api_key", name: "Booking engine" } });
    await expect(approveRefund(asker, yes(made.id))).rejects.toMatchObject({ code: "forbidden" });
    const other = await createKey(tenant);
    await expect(approveRefund(other, yes(made.id))).rejects.toMatchObject({
      code: "forbidden",
      message: "A person has to decide on a refund",
    });
    expect(await approveRefund(approver, yes(made.id))).toMatchObject({ approval: { status: "approved" } });
  });

  test("the database holds to it against any statement, and nobody writes who decided", async () => {
    const made = await ask(asker);
    const approve = (actor: MemberActor) =>
      tenantWrite(actor, null, "test.past", (db) =>
        db.rows(sql`update refunds set approval_status = 'approved', pending_reason = 'queued'
          where tenant_id = ${tenant.id}::uuid and id = ${made.id}::uuid returning decided_by`),
      );
    await expect(approve(asker)).rejects.toThrow(/refunds_decided_by_another/);
    const forging = tenantWrite(approver, null, "test.past", (db) =>
      db.rows(sql`update refunds set decided_by = ${asker.userId}::uuid where tenant_id = ${tenant.id}::uuid`),
    );
    await expect(forging).rejects.toThrow(/permission denied/);
    const jumping = tenantWrite(approver, null, "test.past", (db) =>
      db.rows(
        sql`update refunds set pending_reason = 'queued', submitted_at = now() where tenant_id = ${tenant.id}::uuid`,
      ),
    );
    await expect(jumping).rejects.toThrow(/refunds_waits_for_approval|refunds_moves_when_approved/);
    expect(await approve(approver)).toEqual([{ decided_by: approver.userId }]);
  });
});

describe("races", () => {
  test("two approvers at once: one approves, the other reads that somebody has", async () => {
    const made = await ask(asker);
    const third = await createMember(database(), tenant);
    const results = await Promise.allSettled([
      approveRefund(approver, yes(made.id)),
      approveRefund(third, yes(made.id)),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: "Somebody has approved this refund already" },
    });
    expect((await jobsOf(made.id)).filter((task) => task === "refunds.submit")).toHaveLength(1);
  });

  test("approval and cancellation at once: one order or the other, never money for a refund called off", async () => {
    for (let round = 0; round < 8; round++) {
      const made = await ask(asker);
      const steps = [() => approveRefund(approver, yes(made.id)), () => cancelRefund(asker, { id: made.id })];
      if (round % 2) steps.reverse();
      await Promise.allSettled(steps.map((step) => step()));
      const provider = new RefundingProvider("succeeded");
      await submitRefund({ tenant_id: tenant.id, refund_id: made.id }, provider.find);
      const after = await getRefund(asker, { id: made.id });
      expect(after.status).toBe("CANCELED");
      expect(["withdrawn", "approved"]).toContain(after.approval?.status);
      expect(provider.calls).toEqual([]);
    }
  });

  test("approval and rejection at once: whoever is second is told", async () => {
    const made = await ask(asker);
    const third = await createMember(database(), tenant);
    const results = await Promise.allSettled([approveRefund(approver, yes(made.id)), rejectRefund(third, no(made.id))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("the end of waiting", () => {
  const overdue = (id: string) =>
    asOwner(database(), "update refunds set approval_expires_at = now() - interval '1 second' where id = $1", [id]);

  test("a refund that nobody decided on is called off after the days of the settings, and is not approved any more", async () => {
    await changeSettings(tenant, { refund_approval_days: 2 });
    const made = await ask(asker);
    expect((Date.parse(made.approval?.expires_at ?? "") - Date.now()) / 86_400_000).toBeCloseTo(2, 1);
    const job = { tenant_id: tenant.id, refund_id: made.id };
    await expireApproval(job);
    expect((await getRefund(asker, { id: made.id })).approval?.status).toBe("pending");
    await overdue(made.id);
    await expect(approveRefund(approver, yes(made.id))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Nobody decided in time"),
    });
    await expireApproval(job);
    expect(await getRefund(asker, { id: made.id })).toMatchObject({
      status: "CANCELED",
      approval: { status: "expired", decided_by: null },
    });
    expect(await notices(approver)).toEqual([]);
  });

  test("whoever asked may withdraw it", async () => {
    const made = await ask(asker);
    expect(await cancelRefund(asker, { id: made.id })).toMatchObject({
      status: "CANCELED",
      approval: { status: "withdrawn", decided_by: null },
    });
    await expect(approveRefund(approver, yes(made.id))).rejects.toMatchObject({ message: "This refund was withdrawn" });
  });
});

describe("who may", () => {
  test("without the permission nobody decides; another tenant and whoever does not reach the account see nothing", async () => {
    const made = await ask(asker);
    const elsewhere = await makeAccount(tenant);
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const stranger = await createMember(database(), await createTenant(database()));
    const restricted = await createMember(database(), tenant, { accountIds: [elsewhere.id] });
    for (const decide of [
      (who: MemberActor) => approveRefund(who, yes(made.id)),
      (who: MemberActor) => rejectRefund(who, no(made.id)),
    ]) {
      await expect(decide(viewer)).rejects.toMatchObject({ data: { permission: "refunds:approve" } });
      await expect(decide(stranger)).rejects.toMatchObject({ code: "not_found" });
      await expect(decide(restricted)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await notices(restricted)).toEqual([]);
    const { query } = parseListParams(refundList, { approval: "pending" }, { mode: "strict" });
    expect((await listRefunds(restricted, query)).items).toEqual([]);
    expect((await listRefunds(approver, query)).items.map(({ id }) => id)).toEqual([made.id]);
    const near = await createMember(database(), tenant, { accountIds: [account.id] });
    expect(await approveRefund(near, yes(made.id))).toMatchObject({ approval: { status: "approved" } });
  });

  test("a refund that needs no approval cannot be approved", async () => {
    const made = await ask(asker, { amount: 1 });
    await expect(approveRefund(approver, yes(made.id))).rejects.toMatchObject({
      code: "conflict",
      message: "This refund needs no approval",
    });
  });
});

test("mail goes to those who may decide: not to who asked, nor to whoever does not reach the account", async () => {
  const made = await ask(asker);
  const elsewhere = await makeAccount(tenant);
  await createMember(database(), tenant, { accountIds: [elsewhere.id] });
  await createMember(database(), tenant, { role: "viewer" });
  const near = await createMember(database(), tenant, { accountIds: [account.id] });
  await askApprovalByMail({ tenant_id: tenant.id, refund_id: made.id });
  const mails = await asOwner<{ user_id: string; subject: string; body_text: string }>(
    database(),
    `select u.id as user_id, m.subject, m.body_text from mails m join users u on u.email = m.recipient
     where m.kind = 'refund_approval' and m.body_text like '%' || $1 || '%'`,
    [made.id],
  );
  expect(mails.map(({ user_id }) => user_id).sort()).toEqual([approver.userId, near.userId].sort());
  expect(mails[0]?.body_text).toContain(`/${tenant.slug}/refunds/${made.id}`);
});

test("each decision leaves audit rows with who took it", async () => {
  const made = await ask(asker);
  await approveRefund(approver, yes(made.id));
  const rows = await asOwner(
    database(),
    `select operation, user_id, new_values ->> 'approval_status' as approval, new_values ->> 'decided_by' as decided_by
     from audit_logs where table_name = 'refunds' and record_id = $1 order by id`,
    [made.id],
  );
  expect(rows).toEqual([
    { operation: "refunds.create", user_id: asker.userId, approval: "pending", decided_by: null },
    { operation: "refunds.approve", user_id: approver.userId, approval: "approved", decided_by: approver.userId },
  ]);
});

test("a waiting refund of background work is anybody's to decide", async () => {
  const made = await makeWaitingRefund(tenant, (await payment()).id);
  expect(await approveRefund(asker, yes(made.id))).toMatchObject({ approval: { excluded_user_ids: [] } });
});
