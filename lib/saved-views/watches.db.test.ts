import { beforeEach, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { TENANT_LISTS } from "@/lib/http/lists";
import {
  createSavedView,
  deleteSavedView,
  getSavedView,
  restoreSavedView,
  unwatchSavedView,
  updateSavedView,
  watchSavedView as watch,
} from "@/lib/http/saved-views";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import { deactivateMember } from "@/lib/members/commands";
import { listNewestNotices } from "@/lib/notices/queries";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { createSavedViewInput } from "./schema";
import { checkWatchedViews } from "./watches";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const save = (actor: MemberActor, given: Record<string, unknown> = {}) =>
  createSavedView(
    actor,
    createSavedViewInput.parse({
      list: "accounts",
      name: "Dutch",
      query: "name=Canal",
      audience: "everyone",
      ...given,
    }),
  );
const watchSavedView = (actor: MemberActor, input: { id: string }) => watch(actor, input, EXPORT_SOURCES);
const noticesOf = async (actor: MemberActor) =>
  (await listNewestNotices(actor)).notices.filter(({ kind }) => kind === "view_not_empty");
const mailsOf = (actor: MemberActor) =>
  asOwner<{ subject: string; body_text: string }>(
    database(),
    `select m.subject, m.body_text from mails m join users u on u.email = m.recipient
     where u.id = $1 and m.kind = 'view_not_empty'`,
    [actor.userId],
  );

/** The job's next turn. */
async function look(): Promise<void> {
  await asOwner(database(), "update saved_view_watches set checked_at = now() - interval '1 hour'", []);
  await checkWatchedViews(TENANT_LISTS, EXPORT_SOURCES);
}
const rename = (id: string, name: string) =>
  asOwner(database(), "update accounts set name = $2 where tenant_id = $3 and id = $1", [id, name, tenant.id]);

test("tells once when it is no longer empty, and again only after it was empty in between", async () => {
  const view = await save(owner);
  expect(await watchSavedView(owner, { id: view.id })).toMatchObject({ is_watched: true });
  await watchSavedView(owner, { id: view.id });
  await look();
  expect(await noticesOf(owner)).toEqual([]);
  const { id } = await makeAccount(tenant, { name: "Canal House" });
  await look();
  await look();
  expect(await noticesOf(owner)).toMatchObject([{ audience: null, subject: { table: "saved_views", id: view.id } }]);
  expect((await noticesOf(owner))[0]?.message).toContain("“Dutch” of accounts");
  expect(await mailsOf(owner)).toEqual([
    { subject: "“Dutch” is no longer empty", body_text: expect.stringContaining(`/${tenant.slug}/views/${view.id}`) },
  ]);
  await rename(id, "House");
  await look();
  await rename(id, "Canal Inn");
  await look();
  expect(await noticesOf(owner)).toHaveLength(2);
});

test("what held rows when somebody began to watch it is no news, nor is a query that was changed", async () => {
  await makeAccount(tenant, { name: "Canal House" });
  const view = await save(owner);
  await watchSavedView(owner, { id: view.id });
  await look();
  await updateSavedView(owner, { id: view.id, query: "name=Nothing" });
  await look();
  await updateSavedView(owner, { id: view.id, query: "name=Canal" });
  await look();
  expect(await noticesOf(owner)).toEqual([]);
});

test("each turn comes after some minutes, and two jobs at once tell one time", async () => {
  const view = await save(owner);
  await watchSavedView(owner, { id: view.id });
  await makeAccount(tenant, { name: "Canal House" });
  await checkWatchedViews(TENANT_LISTS, EXPORT_SOURCES);
  expect(await noticesOf(owner), "it was looked at a moment ago").toEqual([]);
  await asOwner(database(), "update saved_view_watches set checked_at = now() - interval '1 hour'", []);
  await Promise.all([1, 2, 3].map(() => checkWatchedViews(TENANT_LISTS, EXPORT_SOURCES)));
  expect(await noticesOf(owner)).toHaveLength(1);
  expect(await mailsOf(owner)).toHaveLength(1);
});

test("who wants no mail gets none", async () => {
  await asOwner(database(), "insert into notice_choices (user_id, kind, mail) values ($1, 'view_not_empty', false)", [
    owner.userId,
  ]);
  const view = await save(owner);
  await watchSavedView(owner, { id: view.id });
  await makeAccount(tenant, { name: "Canal House" });
  await look();
  expect(await noticesOf(owner)).toHaveLength(1);
  expect(await mailsOf(owner)).toEqual([]);
});

test("a restricted member hears of chosen accounts only, a colleague who does not watch of nothing", async () => {
  const mine = await makeAccount(tenant, { name: "Mine" });
  const restricted = await createMember(database(), tenant, { role: "viewer", accountIds: [mine.id] });
  const view = await save(owner);
  await watchSavedView(restricted, { id: view.id });
  await makeAccount(tenant, { name: "Canal House" });
  await look();
  expect(await noticesOf(restricted), "there is a row, out of reach").toEqual([]);
  await rename(mine.id, "Canal Inn");
  await look();
  expect(await noticesOf(restricted)).toHaveLength(1);
  expect(await noticesOf(owner)).toEqual([]);
});

test("a filter by what is masked tells nothing, and such a view is not watched in part", async () => {
  const view = await save(owner, { list: "payment_intents", name: "Ann", query: "customer_email=ann@example.com" });
  const masked = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
  await expect(watchSavedView(masked, { id: view.id })).rejects.toMatchObject({ code: "conflict" });
  const seeing = await createMember(database(), tenant, {
    permissions: ["payment_intents:read", "customers:read_personal_data"],
  });
  await watchSavedView(seeing, { id: view.id });
  await asOwner(
    database(),
    `delete from role_permissions p using membership_roles m where m.membership_id = $1
     and p.role_id = m.role_id and p.tenant_id = m.tenant_id and p.permission = 'customers:read_personal_data'`,
    [seeing.membershipId],
  );
  const account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id, { customer_email: "ann@example.com" });
  await look();
  expect(await noticesOf(seeing)).toEqual([]);
});

test("whoever is deactivated or lost the permission hears nothing, and the watch is kept", async () => {
  const clerk = await createMember(database(), tenant, { permissions: ["accounts:read"] });
  const leaver = await createMember(database(), tenant, { role: "viewer" });
  const view = await save(owner);
  for (const actor of [clerk, leaver]) await watchSavedView(actor, { id: view.id });
  await deactivateMember(owner, { id: leaver.membershipId });
  await asOwner(
    database(),
    "delete from role_permissions p using membership_roles m where m.membership_id = $1 and p.role_id = m.role_id",
    [clerk.membershipId],
  );
  await makeAccount(tenant, { name: "Canal House" });
  await look();
  const watches = await asOwner(
    database(),
    "select is_empty from saved_view_watches where tenant_id = $1 order by membership_id",
    [tenant.id],
  );
  expect(watches).toEqual([{ is_empty: true }, { is_empty: true }]);
  expect(await asOwner(database(), "select 1 from notices where tenant_id = $1", [tenant.id])).toEqual([]);
  expect(await asOwner(database(), "select 1 from mails where about_tenant_id = $1", [tenant.id])).toEqual([]);
});

test("a deleted view is not looked at, and one that is watched no more tells nothing", async () => {
  const [gone, left] = [await save(owner), await save(owner, { name: "Other" })];
  for (const { id } of [gone, left]) await watchSavedView(owner, { id });
  await deleteSavedView(owner, { id: gone.id });
  expect(await unwatchSavedView(owner, { id: left.id })).toMatchObject({ is_watched: false });
  await makeAccount(tenant, { name: "Canal House" });
  await look();
  expect(await noticesOf(owner)).toEqual([]);
  await restoreSavedView(owner, { id: gone.id });
  expect(await getSavedView(owner, { id: gone.id })).toMatchObject({ is_watched: true });
  await look();
  expect(await noticesOf(owner)).toHaveLength(1);
});

test("views of others and of other tenants are not watched, nor by keys and through views", async () => {
  const view = await save(owner, { audience: "private" });
  const colleague = await createMember(database(), tenant, { role: "viewer" });
  const stranger = await createMember(database(), await createTenant(database()));
  for (const actor of [colleague, stranger])
    await expect(watchSavedView(actor, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
  const looking: MemberActor = { ...owner, view: { id: owner.sessionId, label: "Ann", endsAt: "" } };
  await expect(watchSavedView(looking, { id: view.id })).rejects.toMatchObject({ code: "forbidden" });
  const body = { id: view.id };
  const asKey = await callApi("POST", "/api/v1/saved_view/watch", { token: await createKey(tenant), body });
  expect(asKey.status).toBe(403);
  const asOwnerOfView = await callApi("POST", "/api/v1/saved_view/watch", { token: owner, body });
  expect(asOwnerOfView).toMatchObject({ status: 200, body: { is_watched: true } });
});
