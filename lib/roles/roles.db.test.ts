import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { BUILT_IN_ROLES, type BuiltInRole } from "@/lib/permissions";
import { identity } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeInvitation, makeRole, roleOf } from "@/lib/testing/people";
import { createRole, deleteRole, updateRole } from "./commands";
import { getRole, listRoleChoices } from "./queries";
import { createRoleInput, role as roleShape, updateRoleInput } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let counter = 0;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const input = (given: Record<string, unknown> = {}) => {
  counter += 1;
  return createRoleInput.parse({ name: `Night desk ${counter}`, permissions: ["accounts:read"], ...given });
};
const auditOf = (id: string) =>
  asOwner<{ table_name: string; action: string; operation: string }>(
    database(),
    "select table_name, action, operation from audit_logs where tenant_id = $1 and record_id like $2 || '%' order by id",
    [tenant.id, id],
  );

describe("a role of the tenant's own", () => {
  test("is made, changed and deleted, with audit rows for each permission", async () => {
    const made = await createRole(
      owner,
      input({ description: "At night", permissions: ["refunds:read", "accounts:read"] }),
    );
    expect(roleShape.parse(made)).toEqual(made);
    expect(made).toMatchObject({ key: null, grants_all: false, permissions: ["accounts:read", "refunds:read"] });
    expect(await getRole(owner, { id: made.id })).toEqual(made);
    const changed = await updateRole(
      owner,
      updateRoleInput.parse({ id: made.id, description: null, permissions: ["accounts:read", "refunds:create"] }),
    );
    expect(changed).toMatchObject({
      name: made.name,
      description: "",
      permissions: ["accounts:read", "refunds:create"],
    });
    expect(await updateRole(owner, { id: made.id })).toEqual({ ...changed, updated_at: expect.any(String) });
    expect((await deleteRole(owner, { id: made.id })).id).toBe(made.id);
    await expect(getRole(owner, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    // In any order: rows of one millisecond have none.
    const rows = (await auditOf(made.id)).map((row) => `${row.operation} ${row.table_name} ${row.action}`);
    expect(rows.sort()).toEqual(
      [
        "roles.create roles insert",
        "roles.create role_permissions insert",
        "roles.create role_permissions insert",
        "roles.update roles update",
        "roles.update role_permissions insert",
        "roles.update role_permissions delete",
        "roles.delete roles delete",
        "roles.delete role_permissions delete",
        "roles.delete role_permissions delete",
      ].sort(),
    );
  });

  test("counts at once for whoever has it", async () => {
    const member = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const [row] = await asOwner<{ role_id: string }>(
      database(),
      "select role_id from membership_roles where membership_id = $1",
      [member.membershipId],
    );
    const held = async () => [...((await identity.findSessionGrant(member.sessionId, tenant.slug))?.permissions ?? [])];
    expect(await held()).toEqual(["accounts:read"]);
    await updateRole(owner, { id: row?.role_id ?? "", permissions: ["refunds:read"] });
    expect(await held()).toEqual(["refunds:read"]);
  });

  test("is not deleted while somebody has it or is invited to it, and the answer says who", async () => {
    const member = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const [row] = await asOwner<{ role_id: string }>(
      database(),
      "select role_id from membership_roles where membership_id = $1",
      [member.membershipId],
    );
    await expect(deleteRole(owner, { id: row?.role_id ?? "" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Ann Example"),
    });
    const invited = await makeRole(tenant, []);
    await makeInvitation(tenant, { role_ids: [invited] });
    await expect(deleteRole(owner, { id: invited })).rejects.toMatchObject({
      message: expect.stringContaining("an open invitation"),
    });
  });

  test("has a name that no other has", async () => {
    const { name } = await createRole(owner, input());
    const taken = { code: "already_exists", issues: [{ loc: ["body", "name"] }] };
    await expect(createRole(owner, input({ name: name.toUpperCase() }))).rejects.toMatchObject(taken);
    await expect(createRole(owner, input({ name: "viewer" }))).rejects.toMatchObject(taken);
    const { id } = await createRole(owner, input());
    await expect(updateRole(owner, { id, name })).rejects.toMatchObject(taken);
  });
});

describe("nobody", () => {
  test("makes or changes a role of more than they hold", async () => {
    const lead = await createMember(database(), tenant, {
      permissions: ["roles:read", "roles:write", "accounts:read"],
    });
    const excess = { issues: [{ loc: ["body", "permissions"], msg: expect.stringContaining("refunds:create") }] };
    await expect(createRole(lead, input({ permissions: ["refunds:create"] }))).rejects.toMatchObject(excess);
    const own = await createRole(lead, input());
    await expect(updateRole(lead, { id: own.id, permissions: ["refunds:create"] })).rejects.toMatchObject(excess);
    const above = await makeRole(tenant, ["refunds:create"]);
    for (const change of [{ name: "Mine" }, { permissions: ["accounts:read" as const] }])
      await expect(updateRole(lead, { id: above, ...change })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteRole(lead, { id: above })).rejects.toMatchObject({ code: "forbidden" });
    expect((await getRole(owner, { id: above })).permissions).toEqual(["refunds:create"]);
  });

  test("changes a built-in role", async () => {
    for (const key of Object.keys(BUILT_IN_ROLES) as BuiltInRole[]) {
      const id = await roleOf(tenant, key);
      const fixed = { code: "conflict", message: expect.stringContaining("Built-in") };
      await expect(updateRole(owner, { id, name: `My ${key}` })).rejects.toMatchObject(fixed);
      await expect(deleteRole(owner, { id })).rejects.toMatchObject(fixed);
    }
  });

  test("does it without the permission, by access key, or in another tenant", async () => {
    const id = await makeRole(tenant, []);
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    await expect(createRole(viewer, input())).rejects.toMatchObject({ data: { permission: "roles:write" } });
    for (const actor of [viewer, await createKey(tenant)]) {
      await expect(updateRole(actor, { id, name: "Other" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(deleteRole(actor, { id })).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = await createMember(database(), await createTenant(database()));
    await expect(updateRole(stranger, { id, name: "Other" })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteRole(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await getRole(owner, { id })).name).toMatch(/^Role /);
  });
});

test("somebody who changes roles can give up that right with others in one go", async () => {
  const lead = await createMember(database(), tenant, {
    permissions: ["roles:read", "roles:write", "accounts:read", "refunds:read"],
  });
  const [row] = await asOwner<{ role_id: string }>(
    database(),
    "select role_id from membership_roles where membership_id = $1",
    [lead.membershipId],
  );
  const left = await updateRole(lead, { id: row?.role_id ?? "", permissions: ["roles:read"] });
  expect(left.permissions).toEqual(["roles:read"]);
});

test("choices say what can be given: an administrator may give all but the role of owners", async () => {
  const administrator = await createMember(database(), tenant, { role: "administrator" });
  const choices = await listRoleChoices(administrator);
  expect(choices.slice(0, 2).map(({ key }) => key)).toEqual(["owner", "administrator"]);
  for (const { key, may_give } of choices) expect([key, may_give]).toEqual([key, key !== "owner"]);
  for (const { may_give } of await listRoleChoices(owner)) expect(may_give).toBe(true);
});

test("what is wrong with the input is said by field", () => {
  const field = (given: object) =>
    createRoleInput.safeParse({ name: "X", permissions: ["accounts:read"], ...given }).error?.issues[0]?.path[0];
  expect(field({})).toBeUndefined();
  expect(field({ name: " " })).toBe("name");
  expect(field({ permissions: [] })).toBe("permissions");
  expect(field({ permissions: ["everything"] })).toBe("permissions");
  expect(field({ description: "x".repeat(501) })).toBe("description");
});
