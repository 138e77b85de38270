import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { identity } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeRole, roleOf } from "@/lib/testing/people";
import { deactivateMember, restoreMember, setMemberRoles, updateMember } from "./commands";
import { getMember, listMemberHistory, mayChangeMember } from "./queries";
import { setMemberRolesInput, updateMemberInput } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let region: string;
let hotel: string;
let other: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  region = (await makeAccount(tenant, { name: "Region" })).id;
  hotel = (await makeAccount(tenant, { name: "Hotel", parent_id: region })).id;
  other = (await makeAccount(tenant, { name: "Other" })).id;
});

const grantOf = (member: MemberActor) => identity.findSessionGrant(member.sessionId, tenant.slug);
const rolesOf = async (actor: MemberActor, id: string) =>
  (await getMember(actor, { id })).roles.map(({ name }) => name);

describe("roles of a member", () => {
  test("are exactly those that are given; those that stay keep who gave them and when", async () => {
    const member = await createMember(database(), tenant, { role: "viewer" });
    const [viewer, finance, support] = await Promise.all([
      roleOf(tenant, "viewer"),
      roleOf(tenant, "finance"),
      roleOf(tenant, "support"),
    ]);
    const before = await getMember(owner, { id: member.membershipId });
    const after = await setMemberRoles(owner, { id: member.membershipId, role_ids: [viewer, finance, finance] });
    expect(after.roles.map(({ name }) => name)).toEqual(["Finance", "Viewer"]);
    expect(after.roles[1]).toEqual(before.roles[0]);
    expect(after.roles[0]?.assigned_by).toEqual({ user_id: owner.userId, name: "Ann Example" });
    expect((await grantOf(member))?.permissions.has("refunds:approve")).toBe(true);
    await setMemberRoles(owner, { id: member.membershipId, role_ids: [support] });
    expect(await rolesOf(owner, member.membershipId)).toEqual(["Support"]);
    expect((await grantOf(member))?.permissions.has("refunds:approve")).toBe(false);
    const steps = await listMemberHistory(owner, { id: member.membershipId });
    expect(
      steps
        .slice(0, 4)
        .map(({ action, role_name }) => `${action} ${role_name}`)
        .sort(),
    ).toEqual(["delete Finance", "delete Viewer", "insert Finance", "insert Support"]);
    for (const { actor_label, operation } of steps.slice(0, 4))
      expect([actor_label, operation]).toEqual(["Ann Example", "members.set_roles"]);
  });

  test("can be given up by oneself, also the one that lets one change roles", async () => {
    const member = await createMember(database(), tenant, { role: "administrator" });
    const { roles } = await setMemberRoles(member, {
      id: member.membershipId,
      role_ids: [await roleOf(tenant, "viewer")],
    });
    expect(roles.map(({ name }) => name)).toEqual(["Viewer"]);
    await expect(
      setMemberRoles(
        { ...member, pass: null },
        { id: member.membershipId, role_ids: [await roleOf(tenant, "administrator")] },
      ),
    ).rejects.toMatchObject({ code: "validation_error" });
  });

  test("that are too much to give are named", async () => {
    const lead = await createMember(database(), tenant, { permissions: ["members:read", "roles:write"] });
    const member = await createMember(database(), tenant, { permissions: [] });
    const role_ids = [await roleOf(tenant, "owner"), await roleOf(tenant, "finance"), await makeRole(tenant, [])];
    await expect(setMemberRoles(lead, { id: member.membershipId, role_ids })).rejects.toMatchObject({
      issues: [{ loc: ["body", "role_ids"], msg: expect.stringContaining("“Company Access”, “Finance”") }],
    });
    await expect(setMemberRoles(lead, { id: member.membershipId, role_ids: [tenant.id] })).rejects.toMatchObject({
      issues: [{ loc: ["body", "role_ids"], msg: "One of the roles does not exist" }],
    });
  });

  test("of somebody above stay, and forms know it beforehand", async () => {
    const lead = await createMember(database(), tenant, {
      permissions: ["members:read", "members:write", "roles:write"],
    });
    const finance = await createMember(database(), tenant, { role: "finance" });
    const equal = await createMember(database(), tenant, { permissions: ["members:read"] });
    const role_ids = [await makeRole(tenant, [])];
    await expect(setMemberRoles(lead, { id: finance.membershipId, role_ids })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deactivateMember(lead, { id: finance.membershipId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await rolesOf(owner, finance.membershipId)).toEqual(["Finance"]);
    const may = (actor: MemberActor, { membershipId }: MemberActor) => mayChangeMember(actor, { id: membershipId });
    expect([
      await may(lead, finance),
      await may(lead, equal),
      await may(lead, lead),
      await may(owner, finance),
    ]).toEqual([false, true, true, true]);
  });
});

describe("the last owner", () => {
  test("can be neither demoted, restricted nor deactivated, by anybody, and a second one frees the first", async () => {
    const its = await createTenant(database());
    const account = (await makeAccount(its)).id;
    const only = await createMember(database(), its);
    const id = only.membershipId;
    const role_ids = [await roleOf(its, "viewer")];
    const message = { code: "conflict", message: expect.stringContaining("last owner") };
    for (const actor of [only, its.system]) {
      await expect(setMemberRoles(actor, { id, role_ids })).rejects.toMatchObject(message);
      await expect(updateMember(actor, { id, branch_ids: [account] })).rejects.toMatchObject(message);
      await expect(deactivateMember(actor, { id })).rejects.toMatchObject(message);
    }
    const second = await createMember(database(), its);
    // Somebody who is restricted is no owner to rely on.
    await updateMember(only, { id: second.membershipId, branch_ids: [account] });
    await expect(deactivateMember({ ...only, pass: null }, { id })).rejects.toMatchObject(message);
    await updateMember({ ...only, pass: null }, { id: second.membershipId, account_ids: null, branch_ids: null });
    expect((await deactivateMember({ ...only, pass: null }, { id })).status).toBe("deactivated");
  });
});

describe("a restriction", () => {
  test("to accounts by themselves and to branches counts at once, and is lifted by null", async () => {
    const member = await createMember(database(), tenant, { role: "viewer" });
    const id = member.membershipId;
    const change = (given: Record<string, unknown>) => updateMember(owner, updateMemberInput.parse({ id, ...given }));
    const reached = async () => (await grantOf(member))?.accountIds?.toSorted() ?? null;
    await change({ account_ids: [region] });
    expect(await reached()).toEqual([region]);
    const { accounts } = await change({ account_ids: [other], branch_ids: [region] });
    expect(accounts).toEqual([
      { id: other, name: "Other", includes_below: false },
      { id: region, name: "Region", includes_below: true },
    ]);
    expect(await reached()).toEqual([region, hotel, other].sort());
    expect((await change({})).accounts).toEqual(accounts);
    const lifted = await change({ account_ids: null, branch_ids: null });
    expect([lifted.restricted_to_accounts, lifted.accounts]).toEqual([false, []]);
    expect(await reached()).toBeNull();
  });

  test("is given by somebody restricted within their own only", async () => {
    const narrow = await createMember(database(), tenant, {
      permissions: ["members:read", "members:write"],
      accountIds: [region],
    });
    const member = await createMember(database(), tenant, { permissions: [], accountIds: [hotel] });
    const beside = await createMember(database(), tenant, { permissions: [], accountIds: [other] });
    const change = (target: MemberActor, given: object) => updateMember(narrow, { id: target.membershipId, ...given });
    expect((await change(member, { branch_ids: [region] })).accounts).toMatchObject([{ id: region }]);
    await expect(change(member, { branch_ids: [other] })).rejects.toMatchObject({
      issues: [{ loc: ["body", "branch_ids"], msg: "One of the accounts does not exist" }],
    });
    await expect(change(member, { account_ids: null, branch_ids: null })).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_ids"] }],
    });
    await expect(change(beside, { branch_ids: [hotel] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(change(narrow, { account_ids: null })).rejects.toMatchObject({ code: "validation_error" });
  });
});

describe("a deactivated member", () => {
  test("is shut out at once, and comes back as before", async () => {
    const member = await createMember(database(), tenant, { role: "finance", accountIds: [region] });
    const before = await getMember(owner, { id: member.membershipId });
    const gone = await deactivateMember(owner, { id: member.membershipId });
    expect(gone).toMatchObject({ status: "deactivated", roles: before.roles });
    expect(await grantOf(member)).toBeNull();
    await expect(deactivateMember(owner, { id: member.membershipId })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateMember(owner, { id: member.membershipId, branch_ids: [other] })).rejects.toMatchObject({
      code: "conflict",
    });
    const back = await restoreMember(owner, { id: member.membershipId });
    expect(back).toEqual({ ...before, updated_at: back.updated_at, last_login: back.last_login });
    expect((await grantOf(member))?.accountIds).toHaveLength(2);
    await expect(restoreMember(owner, { id: member.membershipId })).rejects.toMatchObject({ code: "not_found" });
    const steps = await listMemberHistory(owner, { id: member.membershipId });
    expect(steps.slice(0, 2).map(({ operation }) => operation)).toEqual(["members.restore", "members.deactivate"]);
  });
});

describe("nobody changes members", () => {
  test("without the permission, by access key, or in another tenant", async () => {
    const target = { id: (await createMember(database(), tenant, { permissions: [] })).membershipId };
    const role_ids = [await makeRole(tenant, [])];
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const key = await createKey(tenant);
    const stranger = await createMember(database(), await createTenant(database()));
    for (const [actor, code] of [
      [viewer, "forbidden"],
      [key, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      await expect(setMemberRoles(actor, { ...target, role_ids })).rejects.toMatchObject({ code });
      await expect(updateMember(actor, { ...target, branch_ids: [region] })).rejects.toMatchObject({ code });
      await expect(deactivateMember(actor, target)).rejects.toMatchObject({ code });
      // There is nobody to restore, which is all that a key learns.
      await expect(restoreMember(actor, target)).rejects.toMatchObject({ code: actor === key ? "not_found" : code });
    }
    const [row] = await asOwner(database(), "select status, restricted_to_accounts from memberships where id = $1", [
      target.id,
    ]);
    expect(row).toEqual({ status: "active", restricted_to_accounts: false });
  });

  test("with input that makes no sense: its field is named", () => {
    const field = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
      result.error?.issues[0]?.path[0];
    const id = region;
    expect(field(setMemberRolesInput.safeParse({ id, role_ids: [] }))).toBe("role_ids");
    expect(field(setMemberRolesInput.safeParse({ id: "x", role_ids: [id] }))).toBe("id");
    expect(field(updateMemberInput.safeParse({ id, account_ids: [], branch_ids: [] }))).toBe("account_ids");
    expect(field(updateMemberInput.safeParse({ id, branch_ids: "all" }))).toBe("branch_ids");
  });
});
