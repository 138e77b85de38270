import { beforeEach, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { callApi } from "@/lib/testing/api";
import { makeExport } from "@/lib/testing/exports";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { markAllNoticesSeen, markNoticeRead, markNoticeSeen } from "./commands";
import { countUnreadNotices, listNewestNotices, listNotices } from "./queries";
import { noticeList } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let second: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  second = await createMember(database(), tenant);
});

async function makeNotice(given: { audience?: string; recipient?: string; account?: string } = {}): Promise<string> {
  const { audience = given.recipient ? null : "webhooks:write", recipient = null, account = null } = given;
  const [row] = await asOwner<{ id: string }>(
    database(),
    `insert into notices (tenant_id, account_id, audience, recipient_id, kind, subject_table, subject_id, details)
     values ($1, $2, $3, $4, 'webhook_endpoint_gone', 'webhook_endpoints', $1, '{"url": "https://a.example"}') returning id`,
    [tenant.id, account, audience, recipient],
  );
  return row?.id ?? "";
}
const idsFor = async (actor: TenantActor, parameters: Record<string, string> = {}) => {
  const { query } = parseListParams(noticeList, parameters, { mode: "strict" });
  return (await listNotices(actor, query)).items.map(({ id }) => id);
};
const unreadOf = async (actor: TenantActor) => (await countUnreadNotices(actor)).unread;

test("what one person has read stays unread for others; what is put away is so for all", async () => {
  const [one, two] = [await makeNotice(), await makeNotice()];
  expect([await unreadOf(owner), await unreadOf(second)]).toEqual([2, 2]);
  expect(await markNoticeSeen(owner, { id: one })).toMatchObject({ is_unread: false, read_at: null });
  await markNoticeSeen(owner, { id: one });
  expect([await unreadOf(owner), await unreadOf(second)]).toEqual([1, 2]);
  expect(await idsFor(owner, { unread: "true" })).toEqual([two]);
  expect(await idsFor(owner, { unread: "false" })).toEqual([one]);
  expect(await listNewestNotices(owner)).toMatchObject({ unread: 1, notices: [{ id: two }, { id: one }] });
  await markNoticeRead(second, { id: two });
  expect([await unreadOf(owner), await unreadOf(second)]).toEqual([0, 1]);
});

test("all are marked at once, for the person who asks", async () => {
  for (let n = 0; n < 3; n += 1) await makeNotice();
  const elsewhere = await makeNotice({ audience: "api_keys:write" });
  const clerk = await createMember(database(), tenant, { permissions: ["webhooks:write"] });
  expect(await markAllNoticesSeen(clerk)).toEqual({ unread: 0 });
  expect([await unreadOf(clerk), await unreadOf(owner)]).toEqual([0, 4]);
  await expect(markNoticeSeen(clerk, { id: elsewhere })).rejects.toMatchObject({ code: "not_found" });
});

test("what is for one person is nobody else's, restricted or not, and no key's", async () => {
  const account = await makeAccount(tenant);
  const restricted = await createMember(database(), tenant, { role: "viewer", accountIds: [account.id] });
  const id = await makeNotice({ recipient: restricted.userId });
  expect(await idsFor(restricted)).toEqual([id]);
  expect(await markNoticeSeen(restricted, { id })).toMatchObject({ audience: null, is_unread: false });
  for (const other of [
    owner,
    second,
    await createKey(tenant),
    await createMember(database(), await createTenant(database())),
  ]) {
    expect(await idsFor(other)).toEqual([]);
    expect(await unreadOf(other)).toBe(0);
  }
  const looking: MemberActor = { ...restricted, view: { id: restricted.sessionId, label: "Ann", endsAt: "" } };
  await expect(markAllNoticesSeen(looking)).rejects.toMatchObject({ code: "forbidden" });
});

test("restricted members hear of their accounts only", async () => {
  const [mine, other] = [await makeAccount(tenant), await makeAccount(tenant)];
  const restricted = await createMember(database(), tenant, { permissions: ["webhooks:write"], accountIds: [mine.id] });
  const id = await makeNotice({ account: mine.id });
  await makeNotice({ account: other.id });
  await makeNotice();
  expect(await idsFor(restricted)).toEqual([id]);
  expect([await unreadOf(restricted), await unreadOf(owner)]).toEqual([1, 3]);
  expect(await markAllNoticesSeen(restricted)).toEqual({ unread: 0 });
});

test("a mark is the person's own, whatever somebody asks for", async () => {
  const id = await makeNotice();
  const body = { id, user_id: second.userId };
  expect((await callApi("POST", "/api/v1/notice/seen", { token: owner, body })).status).toBe(422);
  expect((await callApi("POST", "/api/v1/notice/seen", { token: owner, body: { id } })).status).toBe(200);
  const marks = await asOwner<{ user_id: string }>(
    database(),
    "select user_id from notice_marks where notice_id = $1",
    [id],
  );
  expect(marks).toEqual([{ user_id: owner.userId }]);
});

test("whoever asked for an export is told when it is ready, and nobody else", async () => {
  const { id } = await makeExport(tenant, owner, { list: "payment_intents" });
  expect(await listNewestNotices(owner)).toMatchObject({
    unread: 1,
    notices: [{ kind: "export_ready", subject: { table: "exports", id }, audience: null }],
  });
  expect((await listNewestNotices(owner)).notices[0]?.message).toContain("payment intents");
  expect(await unreadOf(second)).toBe(0);
});

test("a mail goes with it to who wants one, with a link to the page", async () => {
  const mails = () =>
    asOwner<{ recipient: string; body_text: string }>(
      database(),
      "select recipient, body_text from mails where about_tenant_id = $1 and kind = 'export_ready'",
      [tenant.id],
    );
  await makeExport(tenant, owner, { list: "payment_intents" });
  const [person] = await asOwner<{ email: string }>(database(), "select email from users where id = $1", [
    owner.userId,
  ]);
  expect(await mails()).toEqual([
    { recipient: person?.email, body_text: expect.stringContaining(`/${tenant.slug}/exports`) },
  ]);
  await asOwner(database(), "insert into notice_choices (user_id, kind, mail) values ($1, 'export_ready', false)", [
    owner.userId,
  ]);
  await makeExport(tenant, owner, { list: "payment_intents" });
  expect(await mails()).toHaveLength(1);
  expect(await unreadOf(owner)).toBe(2);
});
