import { beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "@/lib/accounts/queries";
import { accountList } from "@/lib/accounts/schema";
import type { MemberActor } from "@/lib/actor";
import { createApiKey, revokeApiKey } from "@/lib/api-keys/commands";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { findViewGrant, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { tenantDoor } from "@/lib/tenant-db/pools";
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
import { endView, startView } from "./commands";
import { explainAccess } from "./queries";
import type { ViewSubject } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;
let owner: MemberActor;
let mine: { id: string; name: string };
let below: { id: string; name: string };
let foreign: { id: string; name: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  owner = await createMember(database(), tenant);
  mine = await makeAccount(tenant);
  below = await makeAccount(tenant, { parent_id: mine.id });
  foreign = await makeAccount(tenant);
  for (const { id } of [mine, below, foreign])
    await makePaymentIntent(tenant, id, { customer_email: "guest@example.com", reference: "R" });
});

const all = { mode: "strict" } as const;
const accountIds = async (actor: MemberActor) =>
  (await listAccounts(actor, parseListParams(accountList, {}, all).query)).items.map(({ id }) => id).sort();
const payments = async (actor: MemberActor) =>
  (await listPaymentIntents(actor, parseListParams(paymentIntentList, {}, all).query)).items;

/** The actor that the owner of a view becomes with its cookie. */
async function through(actor: MemberActor, subject: ViewSubject, of = tenant): Promise<MemberActor> {
  const { id } = await startView(actor, subject);
  const grant = await findViewGrant(actor.sessionId, id, of.slug);
  if (!grant) throw new Error("the view is not there");
  const { permissions, accountIds: reach, label, endsAt } = grant;
  return { ...actor, permissions, accountIds: reach, pass: null, view: { id, label, endsAt } };
}

describe("a view", () => {
  test("of a restricted member shows just what that member sees, in the member's words for data", async () => {
    const clerk = await createMember(database(), tenant, {
      permissions: ["accounts:read", "payment_intents:read"],
      accountIds: [mine.id],
    });
    const viewer = await through(owner, { member_id: clerk.membershipId });
    expect([...viewer.permissions].sort()).toEqual(["accounts:read", "payment_intents:read"]);
    expect(await accountIds(viewer)).toEqual(await accountIds(clerk));
    expect(await accountIds(viewer)).toEqual([mine.id, below.id].sort());
    expect((await payments(viewer)).map(({ customer_email }) => customer_email)).toEqual([
      "g•••@example.com",
      "g•••@example.com",
    ]);
    expect(await payments(owner)).toHaveLength(3);
  });

  test("is held by the database: without the query's own scoping the same rows are seen", async () => {
    const clerk = await createMember(database(), tenant, { permissions: ["accounts:read"], onlyAccountIds: [mine.id] });
    const viewer = await through(owner, { member_id: clerk.membershipId });
    const rows = await tenantRead({ ...viewer, accountIds: null }, null, (db) =>
      db.rows<{ id: string }>(sql`select id from accounts where tenant_id = ${tenant.id}::uuid`),
    );
    expect(rows).toEqual([{ id: mine.id }]);
  });

  test("of a key and of a draft that is not saved", async () => {
    const { api_key } = await createApiKey(tenant.system, {
      name: "Till",
      permissions: ["payment_intents:read", "accounts:read"],
      account_ids: [foreign.id],
      expires_at: null,
    });
    const asKey = await through(owner, { api_key_id: api_key.id });
    expect(asKey.view?.label).toBe("API key Till");
    expect(await accountIds(asKey)).toEqual([foreign.id]);

    const [viewerRole] = await asOwner<{ id: string }>(
      database(),
      "select id from roles where tenant_id = $1 and key = 'viewer'",
      [tenant.id],
    );
    const draft = {
      label: "New colleague",
      role_ids: [viewerRole?.id ?? ""],
      permissions: ["webhooks:read" as const],
      account_ids: [mine.id],
      branch_ids: null,
    };
    const asDraft = await through(owner, { draft });
    expect(asDraft.view?.label).toBe("New colleague (not saved)");
    expect(asDraft.permissions.has("webhooks:read")).toBe(true);
    expect(asDraft.permissions.has("accounts:read")).toBe(true);
    expect(asDraft.permissions.has("accounts:write")).toBe(false);
    expect(await accountIds(asDraft)).toEqual([mine.id]);
    const branch = await through(owner, { draft: { ...draft, account_ids: null, branch_ids: [mine.id] } });
    expect(await accountIds(branch)).toEqual([mine.id, below.id].sort());
  });

  test("never shows more than its owner may see", async () => {
    const manager = await createMember(database(), tenant, {
      permissions: ["members:write", "accounts:read"],
      accountIds: [mine.id],
    });
    const viewer = await through(manager, { member_id: owner.membershipId });
    expect([...viewer.permissions].sort()).toEqual(["accounts:read", "members:write"]);
    expect(await accountIds(viewer)).toEqual([mine.id, below.id].sort());
  });

  test("changes nothing: neither by a command nor by a statement that reaches the database", async () => {
    const viewer = await through(owner, { member_id: owner.membershipId });
    await expect(
      tenantWrite(viewer, "accounts:write", "test.write", (db) =>
        db.account.updateMany({ data: { displayName: "Hacked" } }),
      ),
    ).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("nothing can be changed") });
    await expect(
      tenantDoor().write(viewer, "test.write", (db) => db.account.updateMany({ data: { displayName: "Hacked" } }), {}),
      // A read-only transaction looks like a server that became a standby, which is waited for.
    ).rejects.toMatchObject({ code: "unavailable" });
    const touched = await asOwner(
      database(),
      "select 1 from accounts where tenant_id = $1 and display_name = 'Hacked'",
      [tenant.id],
    );
    expect(touched).toEqual([]);
  });

  test("shows neither its owner's nor its subject's own profile and sessions", async () => {
    const viewer = await through(owner, { member_id: owner.membershipId });
    const [seen] = await tenantRead(viewer, null, (db) =>
      db.rows<{ people: number; sessions: number }>(
        sql`select (select count(*)::int from users) as people, (select count(*)::int from sessions) as sessions`,
      ),
    );
    expect(seen).toEqual({ people: 0, sessions: 0 });
  });

  test("ends by its button, by its time, with its session, and with its subject's rights", async () => {
    const clerk = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const admin = await createMember(database(), tenant);
    const viewer = await through(admin, { member_id: clerk.membershipId });
    expect(await accountIds(viewer)).toHaveLength(3);
    await asOwner(database(), "update memberships set status = 'deactivated' where id = $1", [clerk.membershipId]);
    expect(await accountIds({ ...viewer, accountIds: null })).toEqual([]);
    await endView(admin);
    await expect(accountIds(viewer)).rejects.toMatchObject({ message: expect.stringContaining("view has ended") });
    expect(await findViewGrant(admin.sessionId, viewer.view?.id ?? "", tenant.slug)).toBeNull();

    const second = await through(admin, { member_id: owner.membershipId });
    await asOwner(
      database(),
      "update access_views set created_at = now() - interval '1 hour', ends_at = now() where id = $1",
      [second.view?.id],
    );
    await expect(accountIds(second)).rejects.toMatchObject({ message: expect.stringContaining("view has ended") });

    const third = await through(admin, { member_id: owner.membershipId });
    await asOwner(database(), "update sessions set revoked_at = now() where id = $1", [admin.sessionId]);
    await expect(accountIds(third)).rejects.toMatchObject({ code: "token_expired" });
  });

  test("belongs to the session that began it, in its tenant", async () => {
    const { id } = await startView(owner, { member_id: owner.membershipId });
    const colleague = await createMember(database(), tenant);
    expect(await findViewGrant(colleague.sessionId, id, tenant.slug)).toBeNull();
    expect(await findViewGrant(owner.sessionId, id, other.slug)).toBeNull();
    expect(await findViewGrant(owner.sessionId, id, tenant.slug)).not.toBeNull();
  });

  test("takes the permission to change its subject, and a subject of the own tenant that may something", async () => {
    const reader = await createMember(database(), tenant, { role: "viewer" });
    const key = await createKey(tenant);
    await expect(startView(reader, { member_id: owner.membershipId })).rejects.toMatchObject({
      data: { permission: "members:write" },
    });
    await expect(startView(reader, { api_key_id: key.apiKeyId })).rejects.toMatchObject({
      data: { permission: "api_keys:write" },
    });
    const stranger = await createMember(database(), other);
    const theirKey = await createKey(other);
    for (const subject of [{ member_id: stranger.membershipId }, { api_key_id: theirKey.apiKeyId }])
      await expect(startView(owner, subject)).rejects.toMatchObject({ code: "not_found" });
    await revokeApiKey(tenant.system, { id: key.apiKeyId });
    await expect(startView(owner, { api_key_id: key.apiKeyId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("leaves an audit row when it begins and when it is ended", async () => {
    const admin = await createMember(database(), tenant);
    const { id } = await startView(admin, { member_id: owner.membershipId });
    await endView(admin);
    const rows = await asOwner<{ operation: string; user_id: string }>(
      database(),
      "select operation, user_id from audit_logs where table_name = 'access_views' and record_id = $1 order by id",
      [id],
    );
    expect(rows).toEqual([
      { operation: "access_views.start", user_id: admin.userId },
      { operation: "access_views.end", user_id: admin.userId },
    ]);
  });
});

describe("an explanation", () => {
  test("names the role, who gave it and when, the restriction and the result", async () => {
    const clerk = await createMember(database(), tenant, { role: "finance", accountIds: [mine.id] });
    await asOwner(database(), "update membership_roles set assigned_by = $2 where membership_id = $1", [
      clerk.membershipId,
      owner.userId,
    ]);
    const explained = await explainAccess(owner, {
      member_id: clerk.membershipId,
      permission: "refunds:approve",
      account_id: below.id,
    });
    expect(explained).toMatchObject({
      is_allowed: true,
      result: `Ann Example may approve refunds above the threshold on ${below.name}.`,
      accounts: [{ id: mine.id, name: mine.name, includes_below: true }],
    });
    expect(explained.steps.map(({ kind, holds }) => [kind, holds])).toEqual([
      ["state", true],
      ["role", true],
      ["restriction", true],
      ["account", true],
    ]);
    expect(explained.steps[1]).toMatchObject({
      role: { name: "Finance" },
      granted_by: { user_id: owner.userId, name: "Ann Example" },
      granted_at: expect.stringMatching(/^\d{4}-/),
    });
    const outside = await explainAccess(clerk, { permission: "refunds:approve" });
    expect(outside.is_allowed).toBe(true);
    await expect(explainAccess(clerk, { permission: "refunds:approve", account_id: foreign.id })).rejects.toMatchObject(
      {
        code: "not_found",
      },
    );
    const refused = await explainAccess(owner, {
      member_id: clerk.membershipId,
      permission: "refunds:approve",
      account_id: foreign.id,
    });
    expect(refused.is_allowed).toBe(false);
    expect(refused.steps.at(-1)).toMatchObject({ kind: "account", holds: false });
  });

  test("of a missing permission says which members could give it", async () => {
    const reader = await createMember(database(), tenant, { role: "viewer" });
    const explained = await explainAccess(reader, { permission: "refunds:create" });
    expect(explained.is_allowed).toBe(false);
    expect(explained.steps.find(({ holds }) => !holds)?.sentence).toContain("“Viewer”");
    expect(explained.could_be_given_by.map(({ user_id }) => user_id)).toContain(owner.userId);
    expect(explained.could_be_given_by.map(({ user_id }) => user_id)).not.toContain(reader.userId);
  });

  test("of a key names its maker; a key may ask about itself", async () => {
    const key = await createKey(tenant, { permissions: ["accounts:read"], onlyAccountIds: [mine.id] });
    const explained = await explainAccess(key, { permission: "accounts:read", account_id: mine.id });
    expect(explained).toMatchObject({ is_allowed: true, subject: { kind: "api_key", id: key.apiKeyId } });
    const refused = await explainAccess(owner, {
      api_key_id: key.apiKeyId,
      permission: "accounts:read",
      account_id: below.id,
    });
    expect(refused.is_allowed).toBe(false);
    const lacking = await explainAccess(key, { permission: "refunds:create" });
    expect(lacking.steps.find(({ holds }) => !holds)?.kind).toBe("permission");
  });

  test("about others takes the permissions to see them; another tenant's are not there", async () => {
    const clerk = await createMember(database(), tenant, { permissions: ["members:read"] });
    const permission = "refunds:create";
    await expect(explainAccess(clerk, { member_id: owner.membershipId, permission })).rejects.toMatchObject({
      data: { permission: "roles:read" },
    });
    const key = await createKey(tenant);
    await expect(explainAccess(clerk, { api_key_id: key.apiKeyId, permission })).rejects.toMatchObject({
      data: { permission: "api_keys:read" },
    });
    expect((await explainAccess(clerk, { permission })).is_allowed).toBe(false);
    const stranger = await createMember(database(), other);
    const theirs = await makeAccount(other);
    for (const input of [{ member_id: stranger.membershipId }, { account_id: theirs.id }])
      await expect(explainAccess(owner, { ...input, permission })).rejects.toMatchObject({ code: "not_found" });
  });

  test("tells a restricted asker nothing of accounts out of reach", async () => {
    const manager = await createMember(database(), tenant, { accountIds: [mine.id] });
    const clerk = await createMember(database(), tenant, { role: "viewer", accountIds: [foreign.id, mine.id] });
    const explained = await explainAccess(manager, {
      member_id: clerk.membershipId,
      permission: "accounts:read",
      account_id: mine.id,
    });
    expect(explained.is_allowed).toBe(true);
    expect(JSON.stringify(explained)).not.toContain(foreign.id);
    expect(JSON.stringify(explained)).not.toContain(foreign.name);
  });
});
