import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
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
import { type Sql, sql } from "./client";
import { tenantWrite } from "./index";

// What somebody could do who runs SQL of their own in a context that the door opened for them: the commands' own checks
// are passed by here.

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let lead: MemberActor;
let narrow: MemberActor;
let region: string;
let hotel: string;
let other: string;

/** May change rights, and holds little else. */
const LEAD = ["members:read", "members:write", "roles:read", "roles:write", "accounts:read", "api_keys:write"] as const;

beforeAll(async () => {
  tenant = await createTenant(database());
  region = (await makeAccount(tenant)).id;
  hotel = (await makeAccount(tenant, { parent_id: region })).id;
  other = (await makeAccount(tenant)).id;
  owner = await createMember(database(), tenant);
  lead = await createMember(database(), tenant, { permissions: LEAD });
  narrow = await createMember(database(), tenant, { permissions: LEAD, accountIds: [region] });
});

/** `done`, or what the database refused it by: a constraint's name, or an SQLSTATE. */
async function attempt(actor: TenantActor, statement: Sql): Promise<string> {
  try {
    const fresh = { ...actor, pass: null };
    await tenantWrite(fresh, null, "test.attempt", (db) => db.rows(statement));
    return "done";
  } catch (error) {
    return faultIn(error);
  }
}

function faultIn(error: unknown): string {
  for (let part = error; part instanceof Error; part = part.cause) {
    const { constraint, code } = part as { constraint?: string; code?: string };
    if (constraint ?? (code && /^[0-9A-Z]{5}$/.test(code))) return constraint ?? String(code);
  }
  throw error;
}

const give = (membership: string, role: string) =>
  sql`insert into membership_roles (tenant_id, membership_id, role_id) values (${tenant.id}::uuid, ${membership}::uuid, ${role}::uuid)`;
const take = (membership: string, role: string) =>
  sql`delete from membership_roles where tenant_id = ${tenant.id}::uuid and membership_id = ${membership}::uuid and role_id = ${role}::uuid`;
const add = (role: string, permission: string) =>
  sql`insert into role_permissions (tenant_id, role_id, permission) values (${tenant.id}::uuid, ${role}::uuid, ${permission})`;
const reach = (membership: string, account: string) =>
  sql`insert into membership_accounts (tenant_id, membership_id, account_id) values (${tenant.id}::uuid, ${membership}::uuid, ${account}::uuid)`;
const unrestrict = (membership: string) =>
  sql`update memberships set restricted_to_accounts = false where tenant_id = ${tenant.id}::uuid and id = ${membership}::uuid`;
const deactivate = (membership: string) =>
  sql`update memberships set status = 'deactivated', deleted_at = now() where tenant_id = ${tenant.id}::uuid and id = ${membership}::uuid`;
const ownRole = async ({ membershipId }: MemberActor) => {
  const [row] = await asOwner<{ role_id: string }>(
    database(),
    "select role_id from membership_roles where membership_id = $1",
    [membershipId],
  );
  return row?.role_id ?? "";
};

describe("by SQL of one's own nobody", () => {
  test("gives a role that holds more, to others or to oneself", async () => {
    const viewer = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    for (const { membershipId } of [viewer, lead]) {
      for (const key of ["owner", "administrator", "finance", "viewer"] as const)
        expect(await attempt(lead, give(membershipId, await roleOf(tenant, key)))).toBe("rights_not_held");
      expect(await attempt(lead, give(membershipId, await makeRole(tenant, ["accounts:read"])))).toBe("done");
    }
  });

  test("becomes an owner as an administrator, who may do all the same", async () => {
    const administrator = await createMember(database(), tenant, { role: "administrator" });
    const target = await createMember(database(), tenant, { role: "viewer" });
    const ownerRole = await roleOf(tenant, "owner");
    expect(await attempt(administrator, give(administrator.membershipId, ownerRole))).toBe("rights_not_held");
    expect(await attempt(administrator, give(target.membershipId, ownerRole))).toBe("rights_not_held");
    expect(await attempt(administrator, take(owner.membershipId, ownerRole))).toBe("rights_above_own");
    expect(await attempt(administrator, deactivate(owner.membershipId))).toBe("rights_above_own");
    expect(await attempt(administrator, give(target.membershipId, await roleOf(tenant, "administrator")))).toBe("done");
    expect(await attempt(owner, give(target.membershipId, ownerRole))).toBe("done");
  });

  test("passes for somebody who may do all today with a role that may do all for ever", async () => {
    const { ALL_PERMISSIONS } = await import("@/lib/permissions");
    const almighty = await createMember(database(), tenant, { permissions: ALL_PERMISSIONS });
    const role = await roleOf(tenant, "administrator");
    expect(await attempt(almighty, give(almighty.membershipId, role))).toBe("rights_not_held");
  });

  test("puts a permission into a role of one's own, or makes another to that end", async () => {
    const role = await ownRole(lead);
    expect(await attempt(lead, add(role, "refunds:create"))).toBe("rights_not_held");
    expect(await attempt(lead, add(await makeRole(tenant, []), "refunds:create"))).toBe("rights_not_held");
    expect(await attempt(lead, add(await makeRole(tenant, []), "accounts:read"))).toBe("done");
    const rename = (id: string) =>
      sql`update roles set name = ${randomUUID()} where tenant_id = ${tenant.id}::uuid and id = ${id}::uuid`;
    expect(await attempt(lead, rename(await makeRole(tenant, ["refunds:create"])))).toBe("rights_above_own");
    expect(await attempt(lead, rename(role))).toBe("done");
  });

  test("touches the built-in roles, not even an owner", async () => {
    const finance = await roleOf(tenant, "finance");
    for (const actor of [owner, tenant.system]) {
      expect(await attempt(actor, add(finance, "api_keys:write"))).toBe("roles_built_in");
      expect(
        await attempt(
          actor,
          sql`delete from role_permissions where tenant_id = ${tenant.id}::uuid and role_id = ${finance}::uuid`,
        ),
      ).toBe("roles_built_in");
      expect(
        await attempt(
          actor,
          sql`update roles set name = 'Mine' where tenant_id = ${tenant.id}::uuid and id = ${finance}::uuid`,
        ),
      ).toBe("roles_built_in");
      expect(
        await attempt(actor, sql`delete from roles where tenant_id = ${tenant.id}::uuid and id = ${finance}::uuid`),
      ).toBe("roles_built_in");
      expect(
        await attempt(
          actor,
          sql`insert into roles (tenant_id, name, grants_all) values (${tenant.id}::uuid, 'All', true)`,
        ),
      ).toBe("roles_built_in");
    }
    expect(await attempt(owner, sql`update roles set grants_all = true where tenant_id = ${tenant.id}::uuid`)).toBe(
      "42501",
    );
  });

  test("changes a member who holds more: neither roles nor life nor reach", async () => {
    const finance = await createMember(database(), tenant, { role: "finance" });
    const role = await roleOf(tenant, "finance");
    expect(await attempt(lead, take(finance.membershipId, role))).toBe("rights_above_own");
    expect(await attempt(lead, give(finance.membershipId, await makeRole(tenant, [])))).toBe("rights_above_own");
    expect(await attempt(lead, deactivate(finance.membershipId))).toBe("rights_above_own");
    expect(await attempt(lead, reach(finance.membershipId, hotel))).toBe("rights_above_own");
    expect(await attempt(owner, deactivate(finance.membershipId))).toBe("done");
    const restore = sql`update memberships set status = 'active', deleted_at = null
      where tenant_id = ${tenant.id}::uuid and id = ${finance.membershipId}::uuid`;
    expect(await attempt(lead, restore)).toBe("rights_above_own");
    expect(await attempt(owner, restore)).toBe("done");
  });

  test("reaches further than before, or lets others reach further than oneself", async () => {
    const below = await createMember(database(), tenant, { permissions: ["accounts:read"], accountIds: [hotel] });
    const beside = await createMember(database(), tenant, { permissions: ["accounts:read"], accountIds: [other] });
    const free = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    expect(await attempt(narrow, unrestrict(narrow.membershipId))).toBe("rights_beyond_reach");
    expect(await attempt(narrow, reach(narrow.membershipId, other))).toBe("42501");
    expect(await attempt(narrow, unrestrict(below.membershipId))).toBe("rights_beyond_reach");
    expect(await attempt(narrow, reach(below.membershipId, other))).toBe("42501");
    for (const { membershipId } of [beside, free])
      expect(await attempt(narrow, deactivate(membershipId))).toBe("rights_beyond_reach");
    expect(await attempt(narrow, reach(below.membershipId, region))).toBe("done");
    expect(await attempt(narrow, deactivate(below.membershipId))).toBe("done");
  });

  test("takes another person's place, or makes members without an invitation", async () => {
    const stranger = await createMember(database(), await createTenant(database()));
    expect(
      await attempt(
        owner,
        sql`update memberships set user_id = ${stranger.userId}::uuid where tenant_id = ${tenant.id}::uuid`,
      ),
    ).toBe("42501");
    expect(
      await attempt(
        owner,
        sql`insert into memberships (tenant_id, user_id) values (${tenant.id}::uuid, ${stranger.userId}::uuid)`,
      ),
    ).toBe("members_join");
  });

  test("changes rights without the permission for it", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const target = await createMember(database(), tenant, { permissions: [] });
    const role = await makeRole(tenant, []);
    expect(await attempt(viewer, give(target.membershipId, role))).toBe("rights_permission");
    expect(await attempt(viewer, deactivate(target.membershipId))).toBe("rights_permission");
    expect(await attempt(viewer, add(role, "accounts:read"))).toBe("rights_permission");
    expect(await attempt(viewer, reach(target.membershipId, hotel))).toBe("rights_permission");
  });

  test("changes anybody's rights by an access key, whatever it may do", async () => {
    const key = await createKey(tenant);
    const target = await createMember(database(), tenant, { permissions: [] });
    const role = await makeRole(tenant, []);
    for (const statement of [
      give(target.membershipId, role),
      deactivate(target.membershipId),
      add(role, "accounts:read"),
      reach(target.membershipId, hotel),
      sql`insert into roles (tenant_id, name) values (${tenant.id}::uuid, 'By a key')`,
    ])
      expect(await attempt(key, statement)).toBe("rights_by_people");
  });

  test("makes an access key of more than one holds", async () => {
    const key = (permissions: string[]) =>
      sql`insert into tenant_api_keys (tenant_id, name, key_hash, prefix, last_four, permissions)
          values (${tenant.id}::uuid, 'Own SQL', decode(repeat('00', 32), 'hex'), 'x', 'xxxx', ${permissions})`;
    expect(await attempt(lead, key(["refunds:create"]))).toBe("rights_not_held");
    expect(await attempt(narrow, key(["accounts:read"]))).toBe("42501");
    expect(await attempt(await createKey(tenant), key(["accounts:read"]))).toBe("rights_by_people");
    expect(await attempt(lead, key(["accounts:read"]))).toBe("done");
  });

  test("signs with another's name: who gave it is who is asking", async () => {
    const target = await createMember(database(), tenant, { permissions: [] });
    const role = await makeRole(tenant, []);
    await attempt(
      lead,
      sql`insert into membership_roles (tenant_id, membership_id, role_id, assigned_by)
          values (${tenant.id}::uuid, ${target.membershipId}::uuid, ${role}::uuid, ${owner.userId}::uuid)`,
    );
    expect(
      await asOwner(database(), "select assigned_by from membership_roles where membership_id = $1 and role_id = $2", [
        target.membershipId,
        role,
      ]),
    ).toEqual([{ assigned_by: lead.userId }]);
  });
});

describe("of two who change rights at once", () => {
  const ownersOf = async ({ id }: TestTenant) => {
    const [row] = await asOwner<{ count: number }>(
      database(),
      `select count(*)::int as count from memberships m join membership_roles mr on mr.tenant_id = m.tenant_id and mr.membership_id = m.id
       join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id and r.key = 'owner'
       where m.tenant_id = $1 and m.status = 'active' and m.deleted_at is null and not m.restricted_to_accounts`,
      [id],
    );
    return row?.count;
  };

  test.each(["demote each other", "leave", "restrict each other", "deactivate each other"])(
    "two owners who %s leave one owner",
    async (what) => {
      for (let round = 0; round < 5; round++) {
        const its = await createTenant(database());
        const account = (await makeAccount(its)).id;
        const [one, two] = [await createMember(database(), its), await createMember(database(), its)];
        const role = await roleOf(its, "owner");
        const change = (actor: MemberActor, target: string) =>
          tenantWrite({ ...actor, pass: null }, null, "test.race", async (db) => {
            const own = sql`tenant_id = ${its.id}::uuid and`;
            if (what === "demote each other" || what === "leave")
              return db.rows(
                sql`delete from membership_roles where ${own} membership_id = ${target}::uuid and role_id = ${role}::uuid`,
              );
            if (what === "deactivate each other")
              return db.rows(
                sql`update memberships set status = 'deactivated', deleted_at = now() where ${own} id = ${target}::uuid`,
              );
            await db.rows(sql`update memberships set restricted_to_accounts = true where ${own} id = ${target}::uuid`);
            return db.rows(
              sql`insert into membership_accounts (tenant_id, membership_id, account_id) values (${its.id}::uuid, ${target}::uuid, ${account}::uuid)`,
            );
          });
        const results = await Promise.allSettled([
          change(one, what === "leave" ? one.membershipId : two.membershipId),
          change(two, what === "leave" ? two.membershipId : one.membershipId),
        ]);
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        expect(await ownersOf(its)).toBe(1);
      }
    },
  );

  test("whoever is just being demoted gives nothing any more", async () => {
    for (let round = 0; round < 5; round++) {
      const administrator = await createMember(database(), tenant, { role: "administrator" });
      const accomplice = await createMember(database(), tenant, { permissions: [] });
      const role = await roleOf(tenant, "administrator");
      const [demoted, gave] = await Promise.all([
        attempt(owner, take(administrator.membershipId, role)),
        attempt(administrator, give(accomplice.membershipId, role)),
      ]);
      expect(demoted).toBe("done");
      // Before it or not at all.
      expect(["done", "rights_permission", "BH001", "BH002"]).toContain(gave);
    }
  });
});
