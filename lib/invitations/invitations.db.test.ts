import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor, PersonActor } from "@/lib/actor";
import { acceptInvitation, acceptInvitationAsNew, findInvitation } from "@/lib/auth/accept-invitation";
import { parseListParams } from "@/lib/list-query";
import { deactivateMember, setMemberRoles } from "@/lib/members/commands";
import { getMember } from "@/lib/members/queries";
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
import { linkIn, mailsTo } from "@/lib/testing/mails";
import { makeInvitation, makeRole, roleOf, tokenIn } from "@/lib/testing/people";
import { createInvitation, resendInvitation, revokeInvitation } from "./commands";
import { getInvitation, listInvitations } from "./queries";
import { createInvitationInput, invitationList, invitation as invitationShape } from "./schema";

const database = doorsOfThisFile();
const ORIGIN = { requestId: "test", ipAddress: "127.0.0.1", userAgent: "vitest" };
let tenant: TestTenant;
let owner: MemberActor;
let region: string;
let hotel: string;
let other: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  region = (await makeAccount(tenant)).id;
  hotel = (await makeAccount(tenant, { parent_id: region })).id;
  other = (await makeAccount(tenant)).id;
});

const fresh = (actor: MemberActor): MemberActor => ({ ...actor, pass: null });
const input = async (given: Record<string, unknown> = {}) =>
  createInvitationInput.parse({
    email: `${randomUUID()}@example.com`,
    role_ids: [await roleOf(tenant, "viewer")],
    ...given,
  });
const join = (token: string, full_name = "Nina New") =>
  acceptInvitationAsNew({ token, full_name, password: "four words made up here" }, ORIGIN);
const query = (given: Record<string, string> = {}) => parseListParams(invitationList, given, { mode: "strict" }).query;
const listed = async (actor: MemberActor, given: Record<string, string> = {}) =>
  (await listInvitations(actor, query({ size: "100", ...given }))).items.map(({ id }) => id);

/** A person with a session, in no tenant of this file unless one is given. */
async function personWith(email: string): Promise<PersonActor> {
  const [row] = await asOwner<{ id: string }>(database(), "select app.create_user($1, 'Karl Known', null) as id", [
    email,
  ]);
  const sessionId = await identity.openSession(row?.id ?? "", "127.0.0.1", "test", 3600, null);
  return { ...ORIGIN, kind: "person", userId: row?.id ?? "", sessionId } as PersonActor;
}

async function memberOf(email: string) {
  const rows = await asOwner<{ id: string; user_id: string }>(
    database(),
    `select m.id, m.user_id from memberships m join users u on u.id = m.user_id
     where m.tenant_id = $1 and u.email = $2 and m.status = 'active' and m.deleted_at is null`,
    [tenant.id, email],
  );
  return rows;
}

describe("an invitation", () => {
  test("goes by mail with a link that only the mail and the answer have", async () => {
    const given = await input({ branch_ids: [region] });
    const sent = await createInvitation(owner, given);
    expect(invitationShape.parse(sent.invitation)).toEqual(sent.invitation);
    expect(sent.invitation).toMatchObject({
      email: given.email,
      state: "open",
      roles: [{ name: "Viewer" }],
      restricted_to_accounts: true,
      accounts: [{ id: region, includes_below: true }],
      invited_by: { user_id: owner.userId, name: "Ann Example" },
    });
    const [mail] = await mailsTo(database(), given.email);
    expect(mail?.kind).toBe("invitation");
    expect(mail && linkIn(mail).href).toBe(sent.link);
    expect(await getInvitation(owner, { id: sent.invitation.id })).toEqual(sent.invitation);
    const [row] = await asOwner<{ all: string }>(
      database(),
      `select (select jsonb_agg(to_jsonb(i)) from invitations i where i.tenant_id = $1)::text
        || (select jsonb_agg(to_jsonb(l)) from audit_logs l where l.tenant_id = $1)::text as all`,
      [tenant.id],
    );
    expect(row?.all).not.toContain(tokenIn(sent.link));
    expect(row?.all).toContain(given.email);
  });

  test("leaves one audit row for itself, each role and each account, without the hash", async () => {
    const { invitation } = await makeInvitation(tenant, { by: owner, account_ids: [hotel] });
    const rows = await asOwner<{ table_name: string; operation: string; user_id: string; new_values: object }>(
      database(),
      "select table_name, operation, user_id, new_values from audit_logs where tenant_id = $1 and record_id like $2 || '%' order by table_name",
      [tenant.id, invitation.id],
    );
    expect(rows.map((row) => row.table_name)).toEqual(["invitation_accounts", "invitation_roles", "invitations"]);
    for (const row of rows) expect(row).toMatchObject({ operation: "invitations.create", user_id: owner.userId });
    expect(rows[2]?.new_values).not.toHaveProperty("token_hash");
  });

  test("makes a new person a member with what it gives, signed by whoever invited", async () => {
    const sent = await makeInvitation(tenant, { by: owner, account_ids: [hotel], branch_ids: [other] });
    expect(await findInvitation(sent.token)).toMatchObject({
      tenant_slug: tenant.slug,
      email: sent.invitation.email,
      inviter_name: "Ann Example",
      role_names: ["Viewer"],
      is_restricted: true,
      state: "open",
      has_person: false,
    });
    expect(await join(sent.token)).toEqual({ tenant_slug: tenant.slug, email: sent.invitation.email });
    const [joined] = await memberOf(sent.invitation.email);
    const member = await getMember(owner, { id: joined?.id ?? "" });
    expect(member).toMatchObject({
      name: "Nina New",
      roles: [{ name: "Viewer", assigned_by: { user_id: owner.userId } }],
      restricted_to_accounts: true,
    });
    expect(new Set(member.accounts.map(({ id, includes_below }) => `${id} ${includes_below}`))).toEqual(
      new Set([`${hotel} false`, `${other} true`]),
    );
    expect(await getInvitation(owner, { id: sent.invitation.id })).toMatchObject({
      state: "accepted",
      member_id: joined?.id,
    });
    const [entry] = await asOwner(
      database(),
      "select actor_kind, user_id, operation from audit_logs where table_name = 'memberships' and record_id = $1",
      [joined?.id],
    );
    expect(entry).toEqual({ actor_kind: "user", user_id: joined?.user_id, operation: "invitations.accept" });
  });

  test("is accepted by a known person with one click, and by nobody else", async () => {
    const sent = await makeInvitation(tenant, { by: owner });
    const person = await personWith(sent.invitation.email.toUpperCase());
    expect((await findInvitation(sent.token))?.has_person).toBe(true);
    await expect(join(sent.token)).rejects.toMatchObject({ code: "conflict" });
    const stranger = await personWith(`${randomUUID()}@example.com`);
    await expect(acceptInvitation(stranger, { token: sent.token })).rejects.toMatchObject({ code: "forbidden" });
    expect(await acceptInvitation(person, { token: sent.token })).toMatchObject({ tenant_slug: tenant.slug });
    expect(await identity.findSessionGrant(person.sessionId, tenant.slug)).not.toBeNull();
  });

  test("is accepted once, however often and however fast somebody tries", async () => {
    for (let round = 0; round < 4; round++) {
      const sent = await makeInvitation(tenant, { by: owner });
      const { email } = sent.invitation;
      const person = round % 2 ? await personWith(email) : null;
      const attempts = Array.from({ length: 5 }, () =>
        person ? acceptInvitation(person, { token: sent.token }) : join(sent.token),
      );
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
      expect(await memberOf(email)).toHaveLength(1);
    }
  });

  test("brings somebody who was deactivated back to the same place, with what it gives", async () => {
    const past = await createMember(database(), tenant, { role: "finance" });
    const [row] = await asOwner<{ email: string }>(database(), "select email from users where id = $1", [past.userId]);
    const { email } = row ?? { email: "" };
    await expect(createInvitation(owner, await input({ email }))).rejects.toMatchObject({ code: "already_exists" });
    await deactivateMember(owner, { id: past.membershipId });
    const sent = await makeInvitation(tenant, { by: owner, email });
    const person = { ...ORIGIN, kind: "person", userId: past.userId, sessionId: past.sessionId } as PersonActor;
    await acceptInvitation(person, { token: sent.token });
    expect(await memberOf(email)).toEqual([{ id: past.membershipId, user_id: past.userId }]);
    expect((await getMember(owner, { id: past.membershipId })).roles.map(({ name }) => name)).toEqual(["Viewer"]);
  });
});

describe("a link serves no more", () => {
  const refusal = async (token: string) => {
    const state = (await findInvitation(token))?.state;
    const error = await join(token).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: state ? "conflict" : "not_found" });
    return state;
  };

  test("once it was revoked, which may be said twice", async () => {
    const sent = await makeInvitation(tenant, { by: owner });
    for (let n = 0; n < 2; n++)
      expect((await revokeInvitation(owner, { id: sent.invitation.id })).state).toBe("revoked");
    expect(await refusal(sent.token)).toBe("revoked");
    await expect(resendInvitation(owner, { id: sent.invitation.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("after seven days, until it is sent again", async () => {
    const sent = await makeInvitation(tenant, { by: owner });
    await asOwner(database(), "update invitations set expires_at = now() where id = $1", [sent.invitation.id]);
    expect(await refusal(sent.token)).toBe("expired");
    const again = await resendInvitation(owner, { id: sent.invitation.id });
    expect(again.invitation.state).toBe("open");
    await join(tokenIn(again.link));
  });

  test("once a newer one was sent", async () => {
    const sent = await makeInvitation(tenant, { by: owner });
    const again = await resendInvitation(owner, { id: sent.invitation.id });
    expect(await mailsTo(database(), sent.invitation.email)).toHaveLength(2);
    expect(await refusal(sent.token)).toBeUndefined();
    await join(tokenIn(again.link));
    await expect(revokeInvitation(owner, { id: sent.invitation.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("while the tenant is suspended", async () => {
    const its = await createTenant(database());
    const sent = await makeInvitation(its);
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [its.id]);
    expect(await refusal(sent.token)).toBe("suspended");
    await asOwner(database(), "update tenants set status = 'active' where id = $1", [its.id]);
    await join(sent.token);
  });

  test("when whoever sent it could not give it any more", async () => {
    const inviter = await createMember(database(), tenant, { role: "administrator" });
    const finance = await roleOf(tenant, "finance");
    const sent = await makeInvitation(tenant, { by: inviter, role_ids: [finance] });
    await setMemberRoles(owner, { id: inviter.membershipId, role_ids: [await roleOf(tenant, "viewer")] });
    expect(await refusal(sent.token)).toBe("void");
    await setMemberRoles(owner, { id: inviter.membershipId, role_ids: [await roleOf(tenant, "administrator")] });
    expect((await findInvitation(sent.token))?.state).toBe("open");
    await deactivateMember(owner, { id: inviter.membershipId });
    expect(await refusal(sent.token)).toBe("void");
    // Somebody else sends it again, and answers for it from then on.
    const again = await resendInvitation(owner, { id: sent.invitation.id });
    expect(again.invitation.invited_by?.user_id).toBe(owner.userId);
    await join(tokenIn(again.link));
  });

  test("that nobody ever sent: a guess learns nothing", async () => {
    expect(await findInvitation("a".repeat(43))).toBeNull();
    await expect(join("a".repeat(43))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("nobody invites", () => {
  test("to a role that holds more, and is told which", async () => {
    const lead = await createMember(database(), tenant, { permissions: ["members:read", "members:write"] });
    const roles = [await roleOf(tenant, "viewer"), await roleOf(tenant, "administrator")];
    await expect(createInvitation(lead, await input({ role_ids: roles }))).rejects.toMatchObject({
      code: "validation_error",
      issues: [{ loc: ["body", "role_ids"], msg: expect.stringContaining("“User Admin”, “Viewer”") }],
    });
    const own = await makeRole(tenant, ["members:read"]);
    expect((await createInvitation(lead, await input({ role_ids: [own] }))).invitation.state).toBe("open");
  });

  test("by sending again what somebody above had sent", async () => {
    const lead = await createMember(database(), tenant, { permissions: ["members:read", "members:write"] });
    const sent = await makeInvitation(tenant, { by: owner, role_ids: [await roleOf(tenant, "owner")] });
    await expect(resendInvitation(lead, { id: sent.invitation.id })).rejects.toMatchObject({ code: "forbidden" });
    expect((await findInvitation(sent.token))?.state).toBe("open");
  });

  test("beyond the accounts of one's own", async () => {
    const narrow = await createMember(database(), tenant, {
      permissions: ["members:read", "members:write"],
      accountIds: [region],
    });
    const role = await makeRole(tenant, []);
    for (const [given, field] of [
      [{}, "account_ids"],
      [{ account_ids: [other] }, "account_ids"],
      [{ branch_ids: [other] }, "branch_ids"],
    ] as const)
      await expect(createInvitation(narrow, await input({ role_ids: [role], ...given }))).rejects.toMatchObject({
        code: "validation_error",
        issues: [{ loc: ["body", field] }],
      });
    const made = await createInvitation(narrow, await input({ role_ids: [role], branch_ids: [hotel] }));
    const outside = await makeInvitation(tenant, { by: owner, branch_ids: [other] });
    const everywhere = await makeInvitation(tenant, { by: owner });
    const seen = await listed(narrow);
    expect(seen).toContain(made.invitation.id);
    for (const { invitation } of [outside, everywhere]) {
      expect(seen).not.toContain(invitation.id);
      expect(await listed(owner)).toContain(invitation.id);
      await expect(revokeInvitation(narrow, { id: invitation.id })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("without the permission, or by SQL beyond it", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const sent = await makeInvitation(tenant, { by: owner });
    const { id } = sent.invitation;
    await expect(createInvitation(viewer, await input())).rejects.toMatchObject({
      data: { permission: "members:write" },
    });
    await expect(resendInvitation(viewer, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeInvitation(viewer, { id })).rejects.toMatchObject({ code: "forbidden" });
    const bySql = (actor: MemberActor) =>
      tenantWrite(fresh(actor), null, "test.invitation", (db) =>
        db.rows(sql`insert into invitation_roles (tenant_id, invitation_id, role_id)
          select ${tenant.id}::uuid, ${id}::uuid, r.id from roles r where r.key = 'owner'`),
      );
    const lead = await createMember(database(), tenant, { permissions: ["members:write"] });
    for (const actor of [viewer, lead]) await expect(bySql(actor)).rejects.toThrow();
    await expect(bySql(owner)).resolves.toBeDefined();
  });

  test("by an access key, whatever it may do", async () => {
    const key = await createKey(tenant);
    await expect(createInvitation(key, await input())).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an address that has an open invitation; one that has expired makes room", async () => {
    const first = await makeInvitation(tenant, { by: owner });
    const { email } = first.invitation;
    await expect(createInvitation(owner, await input({ email: email.toUpperCase() }))).rejects.toMatchObject({
      code: "already_exists",
      issues: [{ loc: ["body", "email"] }],
    });
    await asOwner(database(), "update invitations set expires_at = now() where id = $1", [first.invitation.id]);
    expect((await createInvitation(owner, await input({ email }))).invitation.state).toBe("open");
  });
});

test("what is wrong with the input is said by field", () => {
  const fields = (given: Record<string, unknown>) =>
    createInvitationInput
      .safeParse({ email: "a@example.com", role_ids: [randomUUID()], ...given })
      .error?.issues.map(({ path }) => path[0]);
  expect(fields({})).toBeUndefined();
  expect(fields({ email: "nobody" })).toEqual(["email"]);
  expect(fields({ role_ids: [] })).toEqual(["role_ids"]);
  expect(fields({ account_ids: [], branch_ids: [] })).toEqual(["account_ids"]);
});

test("a password that is too easy is refused, and nobody joins", async () => {
  const sent = await makeInvitation(tenant, { by: owner });
  const { email } = sent.invitation;
  await expect(
    acceptInvitationAsNew({ token: sent.token, full_name: "Nina", password: email }, ORIGIN),
  ).rejects.toMatchObject({ issues: [{ loc: ["body", "password"] }] });
  expect(await memberOf(email)).toEqual([]);
});

test("the other tenant sees nothing of it", async () => {
  const { invitation } = await makeInvitation(tenant, { by: owner });
  const stranger = await createMember(database(), await createTenant(database()));
  expect(await listed(stranger)).toEqual([]);
  await expect(getInvitation(stranger, { id: invitation.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeInvitation(stranger, { id: invitation.id })).rejects.toMatchObject({ code: "not_found" });
  expect((await getInvitation(owner, { id: invitation.id })).state).toBe("open");
});

test("invitations are found by state, part of the address, and role", async () => {
  const role = await makeRole(tenant, []);
  const { invitation } = await makeInvitation(tenant, { by: owner, role_ids: [role] });
  expect(await listed(owner, { role })).toEqual([invitation.id]);
  expect(await listed(owner, { email: invitation.email.slice(3, 20).toUpperCase() })).toEqual([invitation.id]);
  expect(await listed(owner, { role, state: "accepted,revoked" })).toEqual([]);
  await revokeInvitation(owner, { id: invitation.id });
  expect(await listed(owner, { role, state: "revoked" })).toEqual([invitation.id]);
});
