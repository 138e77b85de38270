import { beforeEach, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { askApprovalByMail } from "@/lib/refunds/approval-mail";
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
import { makeProcessedPayment, makeWaitingRefund } from "@/lib/testing/refunds";

const database = doorsOfThisFile();
let tenant: TestTenant;
let ann: MemberActor;
let bob: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  ann = await createMember(database(), tenant);
  bob = await createMember(database(), tenant);
});

const choose = (token: MemberActor, body: Record<string, unknown>) =>
  callApi("PUT", "/api/v1/notice_choice", { token, body });
const choiceOf = async (token: MemberActor, kind: string) => {
  const { body } = await callApi("GET", "/api/v1/notice_choices", { token });
  return body.items.find((one: { kind: string }) => one.kind === kind);
};
const REFUND = "refund_awaits_approval";

test("everything comes both ways until somebody chooses otherwise, each for themselves", async () => {
  expect(await choiceOf(ann, REFUND)).toEqual({ kind: REFUND, in_app: true, mail: true, has_mail: true });
  expect((await choose(ann, { kind: REFUND, in_app: false, mail: true })).status).toBe(200);
  expect((await choose(ann, { kind: REFUND, in_app: true, mail: false })).status).toBe(200);
  expect(await choiceOf(ann, REFUND)).toMatchObject({ in_app: true, mail: false });
  expect(await choiceOf(bob, REFUND)).toMatchObject({ in_app: true, mail: true });
  const { secret } = await createKey(tenant);
  expect((await callApi("GET", "/api/v1/notice_choices", { token: secret })).status).toBe(403);
});

test.each([
  ["kind", { kind: "weather", in_app: true, mail: true }],
  ["mail", { kind: REFUND, in_app: true }],
  ["user_id", { kind: REFUND, in_app: true, mail: true, user_id: "x" }],
])("what is wrong with %s is said of it", async (field, body) => {
  const { status, body: problem } = await choose(ann, body);
  expect(status).toBe(422);
  expect(JSON.stringify(problem)).toContain(`"${field}"`);
});

test("the bell counts no kind that was switched off, and mails go to those who want them", async () => {
  await choose(ann, { kind: REFUND, in_app: false, mail: false });
  const account = await makeAccount(tenant);
  const refund = await makeWaitingRefund(tenant, (await makeProcessedPayment(tenant, account.id)).id);
  const unread = async (token: MemberActor) => (await callApi("GET", "/api/v1/notices/unread", { token })).body.unread;
  expect([await unread(ann), await unread(bob)]).toEqual([0, 1]);
  const { body } = await callApi("GET", "/api/v1/notices", { token: ann });
  expect(body.items, "it is there all the same").toMatchObject([{ kind: REFUND, is_unread: false }]);
  await askApprovalByMail({ tenant_id: tenant.id, refund_id: refund.id });
  const mails = await asOwner<{ id: string }>(
    database(),
    `select u.id from mails m join users u on u.email = m.recipient
     where m.kind = 'refund_approval' and m.body_text like '%' || $1 || '%'`,
    [refund.id],
  );
  expect(mails).toEqual([{ id: bob.userId }]);
});
