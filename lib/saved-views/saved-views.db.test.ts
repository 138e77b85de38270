import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { TENANT_LISTS } from "@/lib/http/lists";
import {
  createSavedView,
  deleteSavedView,
  getDefaultView,
  getSavedView,
  listSavedViews,
  restoreSavedView,
  setDefaultView,
  updateSavedView,
} from "@/lib/http/saved-views";
import { parseListParams } from "@/lib/list-query";
import { deactivateMember } from "@/lib/members/commands";
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
import { makeRole } from "@/lib/testing/people";
import { findShownView, listViewsOf } from "./queries";
import { createSavedViewInput, savedViewList } from "./schema";
import { readViewQuery } from "./view-query";

const database = doorsOfThisFile({ poolMax: 10 });
let tenant: TestTenant;
let owner: MemberActor;
let viewer: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  viewer = await createMember(database(), tenant, { role: "viewer" });
});

const save = (actor: MemberActor, given: Record<string, unknown> = {}) =>
  createSavedView(
    actor,
    createSavedViewInput.parse({ list: "payment_intents", name: "Failed", query: "status=FAILED", ...given }),
  );
const namesFor = async (actor: TenantActor, parameters: Record<string, string> = {}) => {
  const { query } = parseListParams(savedViewList, parameters, { mode: "strict" });
  const { items } = await listSavedViews(actor, query);
  const menu = await listViewsOf(actor, { list: "payment_intents" }, TENANT_LISTS);
  const names = items.map(({ name }) => name).sort();
  if (!parameters.deleted)
    expect(menu.views.map(({ name }) => name).sort(), "menu and list agree").toEqual(
      items
        .filter(({ list }) => list === "payment_intents")
        .map(({ name }) => name)
        .sort(),
    );
  return names;
};
const issue = (field: string) => ({ issues: [expect.objectContaining({ loc: ["body", field] })] });

describe("a private view", () => {
  test("is found by its owner alone, with the query in the list's own form", async () => {
    const view = await save(viewer, {
      query: "page=3&columns=id,status&sort=-created&status=FAILED,CANCELED&view=x",
    });
    expect(view).toMatchObject({ audience: "private", role: null, is_own: true, may_change: true, is_default: false });
    expect(view.query).toBe("status=FAILED,CANCELED&columns=id,status");
    expect(await namesFor(viewer)).toEqual(["Failed"]);
    for (const other of [owner, await createKey(tenant), tenant.system]) {
      expect(await namesFor(other)).toEqual([]);
      await expect(getSavedView(other, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
    }
    for (const change of [deleteSavedView, setDefaultOf(view.list), (actor: MemberActor) => rename(actor, view.id)])
      await expect(change(owner, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("stays while its owner is away, and is there again after", async () => {
    await save(viewer);
    await deactivateMember(owner, { id: viewer.membershipId });
    expect(await namesFor(owner)).toEqual([]);
    await asOwner(database(), "update memberships set status = 'active', deleted_at = null where id = $1", [
      viewer.membershipId,
    ]);
    expect(await namesFor(viewer)).toEqual(["Failed"]);
  });
});

const rename = (actor: MemberActor, id: string, name = "Other") => updateSavedView(actor, { id, name });
const setDefaultOf =
  (list: string) =>
  (actor: MemberActor, { id }: { id: string }) =>
    setDefaultView(actor, { list, view_id: id });

describe("a shared view", () => {
  test("takes the permission to make and to change, and anybody finds it", async () => {
    await expect(save(viewer, { audience: "everyone" })).rejects.toMatchObject({ code: "forbidden" });
    const view = await save(owner, { audience: "everyone" });
    expect(await getSavedView(viewer, { id: view.id })).toMatchObject({ is_own: false, may_change: false });
    expect(await getSavedView(await createKey(tenant), { id: view.id })).toMatchObject({ name: "Failed" });
    await expect(rename(viewer, view.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteSavedView(viewer, { id: view.id })).rejects.toMatchObject({ code: "forbidden" });
    const second = await createMember(database(), tenant);
    expect(await rename(second, view.id)).toMatchObject({ name: "Other", is_own: false, may_change: true });
    await expect(updateSavedView(second, { id: view.id, audience: "private" })).rejects.toMatchObject(
      issue("audience"),
    );
  });

  test("may be taken back and deleted by an owner who may no longer share, and not changed", async () => {
    const sharer = await createMember(database(), tenant, { permissions: ["payment_intents:read", "views:share"] });
    const one = await save(sharer, { audience: "everyone" });
    const two = await save(sharer, { audience: "everyone", name: "Two" });
    const { permissions } = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
    await asOwner(
      database(),
      `delete from role_permissions p using membership_roles m where m.membership_id = $1 and p.role_id = m.role_id
       and p.permission = 'views:share'`,
      [sharer.membershipId],
    );
    const now = { ...sharer, permissions, pass: null };
    await expect(rename(now, one.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await updateSavedView(now, { id: one.id, audience: "private" })).toMatchObject({ may_change: true });
    expect(await namesFor(viewer)).toEqual(["Two"]);
    await deleteSavedView(now, { id: two.id });
    expect(await namesFor(viewer)).toEqual([]);
  });

  test("for a role is found by those who have it, and falls back to its owner when the role goes", async () => {
    const role = await makeRole(tenant, ["payment_intents:read"]);
    await expect(save(owner, { audience: "role" })).rejects.toMatchObject(issue("role_id"));
    await expect(save(owner, { audience: "role", role_id: viewer.membershipId })).rejects.toMatchObject(
      issue("role_id"),
    );
    const view = await save(owner, { audience: "role", role_id: role });
    expect(view).toMatchObject({ audience: "role", role: { id: role } });
    expect(await namesFor(viewer)).toEqual([]);
    await asOwner(database(), "insert into membership_roles (tenant_id, membership_id, role_id) values ($1, $2, $3)", [
      tenant.id,
      viewer.membershipId,
      role,
    ]);
    expect(await namesFor(viewer)).toEqual(["Failed"]);
    await asOwner(database(), "delete from membership_roles where role_id = $1", [role]);
    expect(await namesFor(viewer)).toEqual([]);
    await asOwner(database(), "delete from roles where id = $1", [role]);
    expect(await getSavedView(owner, { id: view.id })).toMatchObject({ audience: "private", role: null });
    expect(await namesFor(await createMember(database(), tenant))).toEqual([]);
  });

  test("of a list that somebody may not read is nothing to them", async () => {
    const view = await save(owner, { audience: "everyone", list: "api_keys", name: "Keys", query: "state=live" });
    expect(await namesFor(owner)).toEqual(["Keys"]);
    expect(await namesFor(viewer)).toEqual([]);
    await expect(getSavedView(viewer, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(save(viewer, { list: "api_keys", query: "" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not another tenant's", async () => {
    const view = await save(owner, { audience: "everyone" });
    const other = await createMember(database(), await createTenant(database()));
    expect(await namesFor(other)).toEqual([]);
    await expect(getSavedView(other, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(setDefaultOf("payment_intents")(other, view)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("names", () => {
  test("are free for each person, and one of a kind among what is shared", async () => {
    await save(owner, { audience: "everyone" });
    await expect(save(owner, { name: "FAILED" })).rejects.toMatchObject({ code: "already_exists", ...issue("name") });
    await save(viewer);
    const second = await createMember(database(), tenant);
    await expect(save(second, { audience: "everyone" })).rejects.toMatchObject(issue("name"));
    await save(second, { list: "refunds", audience: "everyone", query: "" });
  });

  test("are taken once when two people share under one name at once", async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => createMember(database(), tenant)));
    const results = await Promise.allSettled(people.map((person) => save(person, { audience: "everyone" })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "already_exists" });
    expect(await namesFor(viewer)).toEqual(["Failed"]);
  });
});

test("what the list does not know is refused at saving, beside the query", async () => {
  for (const query of ["status=NONE", "colour=red", "created_from=yesterdayish", "columns=%22x"])
    await expect(save(viewer, { query }), query).rejects.toMatchObject({ code: "validation_error", ...issue("query") });
  await expect(save(viewer, { list: "nothing" })).rejects.toMatchObject(issue("list"));
  const made = await callApi("POST", "/api/v1/saved_view", {
    token: viewer,
    body: { list: "payment_intents", name: " ", query: "" },
  });
  expect([made.status, made.body.detail[0].loc]).toEqual([422, ["body", "name"]]);
});

describe("a deleted view", () => {
  test("comes back as it was, unless its name was taken", async () => {
    const view = await save(viewer);
    await setDefaultOf("payment_intents")(viewer, view);
    await deleteSavedView(viewer, { id: view.id });
    expect(await namesFor(viewer)).toEqual([]);
    expect(await namesFor(viewer, { deleted: "true" })).toEqual(["Failed"]);
    expect((await getDefaultView(viewer, { list: "payment_intents" })).view).toBeNull();
    await expect(restoreSavedView(owner, { id: view.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await restoreSavedView(viewer, { id: view.id })).toMatchObject({ id: view.id, is_default: true });
    await deleteSavedView(viewer, { id: view.id });
    await save(viewer);
    await expect(restoreSavedView(viewer, { id: view.id })).rejects.toMatchObject(issue("name"));
  });
});

describe("the view that a list opens with", () => {
  test("is each person's own, and gone with what they no longer find", async () => {
    const view = await save(owner, { audience: "everyone" });
    expect(await setDefaultOf("payment_intents")(viewer, view)).toMatchObject({ view: { is_default: true } });
    const shown = (actor: TenantActor) => findShownView(actor, "payment_intents", null, TENANT_LISTS);
    expect(await shown(viewer)).toMatchObject({ id: view.id, is_default: true });
    expect(await shown(owner)).toBeNull();
    await expect(setDefaultView(viewer, { list: "refunds", view_id: view.id })).rejects.toMatchObject(issue("view_id"));
    await updateSavedView(owner, { id: view.id, audience: "private" });
    expect(await shown(viewer)).toBeNull();
    await updateSavedView(owner, { id: view.id, audience: "everyone" });
    await setDefaultView(viewer, { list: "payment_intents", view_id: null });
    expect(await shown(viewer)).toBeNull();
  });

  test("is nobody's for whoever looks as somebody else", async () => {
    const view = await save(viewer);
    await setDefaultOf("payment_intents")(viewer, view);
    const looking: MemberActor = { ...viewer, view: { id: viewer.sessionId, label: "Ann", endsAt: "" } };
    expect(await findShownView({ ...looking }, "payment_intents", null, TENANT_LISTS)).toBeNull();
    await expect(save(looking)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("reading a saved query", () => {
  const definition = TENANT_LISTS.get("payment_intents")?.definition ?? savedViewList;

  test("leaves out, and reports, what the reader may not filter by", async () => {
    const account = await makeAccount(tenant);
    const view = await save(owner, {
      audience: "everyone",
      query: `customer_email=ann@example.com&account=${account.id}&columns=id`,
    });
    const full = readViewQuery(definition, await getSavedView(owner, { id: view.id }), "UTC");
    expect(full.issues).toEqual([]);
    expect(full.text).toBe(view.query);
    const found = await getSavedView(viewer, { id: view.id });
    expect(JSON.stringify(found), "nor is it told").not.toContain("ann@");
    expect(found.left_out).toEqual(["customer_email"]);
    const blind = readViewQuery(definition, found, "UTC");
    expect(blind.text).toBe(`account=${account.id}&columns=id`);
    expect(blind.issues).toEqual([expect.objectContaining({ loc: ["query", "customer_email"], type: "forbidden" })]);
  });

  test("leaves out what the list no longer knows", () => {
    const { text, issues } = readViewQuery(definition, { query: "gone=1&status=FAILED", left_out: [] }, "UTC");
    expect(text).toBe("status=FAILED");
    expect(issues).toHaveLength(1);
  });
});

test("every change leaves one audit row", async () => {
  const view = await save(owner);
  await rename(owner, view.id);
  await deleteSavedView(owner, { id: view.id });
  const { query } = parseListParams(auditLogList, { table: "saved_views" }, { mode: "strict" });
  const { items } = await listAuditLogs(owner, query);
  expect(items.map(({ action }) => action).sort()).toEqual(["insert", "update", "update"]);
});
