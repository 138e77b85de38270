import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { hashApiKey } from "@/lib/api-key-secret";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { identity, sql, tenantRead, tenantWrite } from "./index";
import { tenantDoor } from "./pools";

const database = doorsOfThisFile();
let other: TestTenant;
let bystander: MemberActor;

beforeAll(async () => {
  other = await createTenant(database());
  bystander = await createMember(database(), other);
});

interface Cast {
  tenant: TestTenant;
  accountId: string;
  member: MemberActor;
  restricted: MemberActor;
  key: ApiKeyActor & { secret: string };
  restrictedKey: ApiKeyActor & { secret: string };
}
const ACTORS = ["member", "restricted", "key", "restrictedKey"] as const;
type ActorName = (typeof ACTORS)[number];

async function createCast(): Promise<Cast> {
  const tenant = await createTenant(database());
  const { id: accountId } = await makeAccount(tenant);
  const cast = {
    tenant,
    accountId,
    member: await createMember(database(), tenant, { role: "viewer" }),
    restricted: await createMember(database(), tenant, { role: "viewer", accountIds: [accountId] }),
    key: await createKey(tenant),
    restrictedKey: await createKey(tenant, { accountIds: [accountId] }),
  };
  // What was made last ended the passes of the others.
  for (const name of ACTORS) await lookUp(cast, name);
  return cast;
}

async function lookUp(cast: Cast, name: ActorName) {
  const actor = cast[name];
  return actor.kind === "member"
    ? identity.findSessionGrant(actor.sessionId, cast.tenant.slug)
    : identity.findApiKeyGrant(hashApiKey(cast[name as "key"].secret));
}

async function whoHasPasses(cast: Cast): Promise<ActorName[]> {
  const rows = await asOwner<{ principal_id: string }>(
    database(),
    "select principal_id from app.passes where tenant_id = $1",
    [cast.tenant.id],
  );
  const kept = new Set(rows.map(({ principal_id }) => principal_id));
  return ACTORS.filter((name) => {
    const actor = cast[name];
    return kept.has(actor.kind === "member" ? actor.sessionId : actor.apiKeyId);
  });
}

const roleOf = "(select role_id from membership_roles where tenant_id = $1 and membership_id = $2)";

/** Statement, whose passes it ends, and its second parameter (the first is the tenant). */
type Change = [text: string, ends: ActorName[], parameter?: (cast: Cast) => string];
const ALL: ActorName[] = [...ACTORS];
const memberId = (cast: Cast) => cast.member.membershipId;
const restrictedId = (cast: Cast) => cast.restricted.membershipId;
const OF_TENANT: Change[] = [
  ["update tenants set status = 'suspended' where id = $1", ALL],
  ["update tenants set slug = slug || 'x' where id = $1", ALL],
  ["update tenants set name = name || 'x' where id = $1", ALL],
  ["update memberships set status = 'deactivated' where tenant_id = $1 and id = $2", ALL, memberId],
  ["update memberships set deleted_at = now() where tenant_id = $1 and id = $2", ALL, memberId],
  ["update memberships set restricted_to_accounts = true where tenant_id = $1 and id = $2", ALL, memberId],
  ["delete from memberships where tenant_id = $1 and id = $2", ALL, memberId],
  ["delete from membership_roles where tenant_id = $1 and membership_id = $2", ALL, memberId],
  [
    `insert into membership_roles (tenant_id, membership_id, role_id)
     select $1, $2, id from roles where tenant_id = $1 and key = 'developer' or tenant_id = $1 and key = 'owner' limit 1`,
    ALL,
    memberId,
  ],
  [
    `update membership_roles set role_id = (select id from roles where tenant_id = $1 and key = 'owner')
     where tenant_id = $1 and membership_id = $2`,
    ALL,
    memberId,
  ],
  [`update roles set grants_all = true where tenant_id = $1 and id = ${roleOf}`, ALL, memberId],
  ["delete from roles where tenant_id = $1 and key = 'finance'", ALL],
  [`delete from role_permissions where tenant_id = $1 and role_id = ${roleOf}`, ALL, memberId],
  [
    `insert into role_permissions (tenant_id, role_id, permission) select $1, ${roleOf}, 'refunds:approve'`,
    ALL,
    memberId,
  ],
  [
    `update role_permissions set permission = 'refunds:approve' where tenant_id = $1 and role_id = ${roleOf} and permission = 'accounts:read'`,
    ALL,
    memberId,
  ],
  ["delete from membership_accounts where tenant_id = $1 and membership_id = $2", ALL, restrictedId],
  [
    `insert into membership_accounts (tenant_id, membership_id, account_id)
     select tenant_id, $2, id from accounts where tenant_id = $1`,
    ALL,
    memberId,
  ],
  ["update membership_accounts set created_at = now() where tenant_id = $1", ALL],
  ["update tenant_api_keys set revoked_at = now() where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  ["update tenant_api_keys set expires_at = now() where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  ["update tenant_api_keys set permissions = '{}' where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  ["update tenant_api_keys set name = 'New' where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  ["update tenant_api_keys set key_hash = sha256('x') where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  [
    "update tenant_api_keys set restricted_to_accounts = true where tenant_id = $1 and id = $2",
    ALL,
    (c) => c.key.apiKeyId,
  ],
  ["delete from tenant_api_keys where tenant_id = $1 and id = $2", ALL, (c) => c.key.apiKeyId],
  ["delete from tenant_api_key_accounts where tenant_id = $1", ALL],
  [
    `insert into tenant_api_key_accounts (tenant_id, api_key_id, account_id)
     select tenant_id, $2, id from accounts where tenant_id = $1`,
    ALL,
    (c) => c.key.apiKeyId,
  ],
  ["update tenant_api_key_accounts set created_at = now() where tenant_id = $1", ALL],
];
const OF_EVERYBODY: Change[] = [
  ["insert into permissions (name, description) select 'test:' || $1::uuid, ''", ALL],
  ["update permissions set description = description where $1::uuid is not null", ALL],
  ["delete from permissions where name = 'test:' || $1::uuid", ALL],
];
const OF_TREE: Change[] = [
  [
    "insert into accounts (tenant_id, parent_id, name, currency) values ($1, $2, 'Below', 'EUR')",
    ["restricted", "restrictedKey"],
    (c) => c.accountId,
  ],
];
const OF_PERSON: Change[] = [
  ["update users set disabled_at = now() where $1::uuid is not null and id = $2", ["member"], (c) => c.member.userId],
  ["update users set full_name = 'New' where $1::uuid is not null and id = $2", ["member"], (c) => c.member.userId],
  ["update users set email = 'x' || email where $1::uuid is not null and id = $2", ["member"], (c) => c.member.userId],
  [
    "update sessions set revoked_at = now() where $1::uuid is not null and id = $2",
    ["member"],
    (c) => c.member.sessionId,
  ],
  [
    "update sessions set expires_at = now() where $1::uuid is not null and id = $2",
    ["member"],
    (c) => c.member.sessionId,
  ],
  ["delete from sessions where $1::uuid is not null and id = $2", ["member"], (c) => c.member.sessionId],
];
const OF_NOBODY: Change[] = [
  [
    "update sessions set last_seen_at = now(), ip_address = null where $1::uuid is not null and id = $2",
    [],
    (c) => c.member.sessionId,
  ],
  ["update users set last_login = now() where $1::uuid is not null and id = $2", [], (c) => c.member.userId],
  ["update tenant_api_keys set last_used_at = now() where tenant_id = $1 and id = $2", [], (c) => c.key.apiKeyId],
  ["update roles set name = name || '.', description = 'x' where tenant_id = $1", []],
  ["update accounts set name = 'New' where tenant_id = $1", []],
  ["insert into accounts (tenant_id, name, currency) values ($1, 'Top', 'EUR')", []],
];

describe("a pass", () => {
  test.each([...OF_TENANT, ...OF_TREE, ...OF_PERSON, ...OF_NOBODY])("after %s", async (text, ends, parameter) => {
    const cast = await changed(text, parameter);
    expect(await whoHasPasses(cast)).toEqual(ACTORS.filter((name) => !ends.includes(name)));
    expect(await passesOf(other)).toBe(1);
  });

  test.each(OF_EVERYBODY)("of every tenant ends after %s", async (text) => {
    const cast = await changed(text);
    expect([await passesOf(cast.tenant), await passesOf(other)]).toEqual([0, 0]);
  });

  async function changed(text: string, parameter?: (cast: Cast) => string): Promise<Cast> {
    const cast = await createCast();
    await identity.findSessionGrant(bystander.sessionId, other.slug);
    expect(await whoHasPasses(cast)).toEqual(ACTORS);
    await asOwner(database(), text, [cast.tenant.id, ...(parameter ? [parameter(cast)] : [])]);
    return cast;
  }

  async function passesOf({ id }: TestTenant): Promise<number> {
    return (await asOwner(database(), "select from app.passes where tenant_id = $1", [id])).length;
  }

  test.each(["sessions", "tenant_api_keys", "membership_roles", "permissions"])(
    "does not outlive the truncation of %s",
    async (table) => {
      await createCast();
      const client = new pg.Client({ connectionString: database().ownerUrl });
      await client.connect();
      await client.query("begin");
      await client.query(`truncate ${table} cascade`);
      expect((await client.query("select from app.passes")).rowCount).toBe(0);
      await client.query("rollback");
      await client.end();
    },
  );

  test("of a restricted actor follows an account that moves into or out of the branch", async () => {
    const cast = await createCast();
    const moved = await makeAccount(cast.tenant);
    const count = (db: Parameters<Parameters<typeof tenantRead>[2]>[0]) => db.account.count();
    const rights = async () => (await lookUp(cast, "restricted"))?.accountIds?.length;
    expect(await rights()).toBe(1);
    const move = "update accounts set parent_id = $2 where id = $1";
    await asOwner(database(), move, [moved.id, cast.accountId]);
    expect(await rights()).toBe(2);
    await asOwner(database(), move, [moved.id, null]);
    expect(await rights()).toBe(1);
    expect(await tenantRead({ ...cast.restricted, accountIds: null }, null, count)).toBe(1);
  });

  test("ends with the key, whose end may lie ahead, and after an hour at the latest", async () => {
    const cast = await createCast();
    const soon = "update tenant_api_keys set revoked_at = now() + interval '10 minutes' where id = $1";
    await asOwner(database(), soon, [cast.key.apiKeyId]);
    for (const name of ACTORS) await lookUp(cast, name);
    const rows = await asOwner<{ principal_id: string; minutes: number }>(
      database(),
      "select principal_id, round(extract(epoch from valid_until - now()) / 60)::int as minutes from app.passes where tenant_id = $1",
      [cast.tenant.id],
    );
    const minutesOf = (id: string) => rows.find(({ principal_id }) => principal_id === id)?.minutes;
    expect(minutesOf(cast.key.apiKeyId)).toBe(10);
    expect(minutesOf(cast.restrictedKey.apiKeyId)).toBe(60);
    expect(minutesOf(cast.member.sessionId)).toBe(60);
  });

  test("that has run out lets nobody in, and the next look-up makes another and clears away", async () => {
    const cast = await createCast();
    await asOwner(database(), "delete from app.passes where tenant_id <> $1", [cast.tenant.id]);
    const before = await lookUp(cast, "key");
    await asOwner(database(), "update app.passes set valid_until = now() - interval '1 hour'");
    await expect(enterWith(cast, before?.passId ?? null)).rejects.toMatchObject({ code: "BH006" });
    const after = await lookUp(cast, "key");
    expect(after?.passId).not.toBe(before?.passId);
    await enterWith(cast, after?.passId ?? null);
    expect(await whoHasPasses(cast)).toEqual(["key"]);
  });

  test("opens exactly the context that the whole check opens", async () => {
    const cast = await createCast();
    const settings = sql`select current_setting('app.current_tenant') as tenant, current_setting('app.user_id') as person,
      current_setting('app.account_scope') as scope, current_setting('transaction_read_only') as read_only`;
    for (const name of ACTORS) {
      const passId = (await lookUp(cast, name))?.passId ?? null;
      expect(passId).not.toBeNull();
      const [withPass, without] = await Promise.all(
        [{ id: passId, isConfirmed: true }, null].map((pass) =>
          tenantRead({ ...cast[name], pass }, null, (db) => db.rows(settings)),
        ),
      );
      expect(withPass).toEqual(without);
    }
  });

  test("is worth nothing for another tenant, another principal or another kind", async () => {
    const cast = await createCast();
    const passId = (await lookUp(cast, "key"))?.passId;
    const enter = (values: unknown[]) => asTenantUser("select app.enter_read($1, $2, $3, $4)", values);
    await enter(["apiKey", cast.tenant.id, cast.key.apiKeyId, passId]);
    for (const values of [
      ["apiKey", other.id, cast.key.apiKeyId, passId],
      ["apiKey", cast.tenant.id, cast.restrictedKey.apiKeyId, passId],
      ["member", cast.tenant.id, cast.key.apiKeyId, passId],
      ["system", cast.tenant.id, null, passId],
    ])
      await expect(enter(values)).rejects.toMatchObject({ code: "BH006" });
  });

  test("cannot be read or made by the application's roles", async () => {
    for (const url of [database().tenantUrl, database().platformUrl])
      for (const text of ["select from app.passes", "delete from app.passes", "insert into app.passes default values"])
        await expect(asRole(url, text)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("while rights are being changed", () => {
  let one: pg.Client;
  let two: pg.Client;
  beforeAll(async () => {
    one = new pg.Client({ connectionString: database().ownerUrl });
    two = new pg.Client({ connectionString: database().ownerUrl });
    await Promise.all([one.connect(), two.connect()]);
  });
  afterAll(() => Promise.all([one.end(), two.end()]));

  const changes: [string, ActorName, (cast: Cast) => [string, unknown[]]][] = [
    ["a session is closed", "member", (c) => ["select app.close_session($1)", [c.member.sessionId]]],
    [
      "a person is disabled",
      "member",
      (c) => ["update users set disabled_at = now() where id = $1", [c.member.userId]],
    ],
    [
      "a role gets a permission",
      "member",
      (c) => [
        `insert into role_permissions (tenant_id, role_id, permission) select $1, ${roleOf}, 'refunds:approve'`,
        [c.tenant.id, c.member.membershipId],
      ],
    ],
    [
      "a member gets a role",
      "restricted",
      (c) => [
        "insert into membership_roles (tenant_id, membership_id, role_id) select $1, $2, id from roles where tenant_id = $1 and key = 'owner'",
        [c.tenant.id, c.restricted.membershipId],
      ],
    ],
    [
      "an account is made in the branch",
      "restrictedKey",
      (c) => [
        "insert into accounts (tenant_id, parent_id, name, currency) values ($1, $2, 'Below', 'EUR')",
        [c.tenant.id, c.accountId],
      ],
    ],
    [
      "a key is revoked",
      "key",
      (c) => ["update tenant_api_keys set revoked_at = now() where id = $1", [c.key.apiKeyId]],
    ],
    ["a tenant is suspended", "key", (c) => ["update tenants set status = 'suspended' where id = $1", [c.tenant.id]]],
  ];

  test.each(changes)("(%s) no pass is made from the old rows", async (_what, name, change) => {
    const cast = await createCast();
    await asOwner(database(), "delete from app.passes");
    await one.query("begin");
    await one.query(...change(cast));
    // What is not committed is not true yet; but it may be so before a pass would be used.
    expect(await lookUp(cast, name)).toMatchObject({ passId: null });
    await one.query("commit");
    expect(await whoHasPasses(cast)).toEqual([]);
  });

  test.each(changes)("(%s) a pass that is just being made is found and ended", async (_what, name, change) => {
    const cast = await createCast();
    await asOwner(database(), "delete from app.passes");
    await two.query("begin");
    await two.query(...lookUpSql(cast, name));
    const changing = one.query(...change(cast));
    await untilWaiting(two);
    await two.query("commit");
    await changing;
    expect(await whoHasPasses(cast)).toEqual([]);
  });

  test("two who make the same pass at once agree on one", async () => {
    const cast = await createCast();
    await asOwner(database(), "delete from app.passes");
    const found = await Promise.all(Array.from({ length: 8 }, () => lookUp(cast, "key")));
    expect(new Set(found.map((grant) => grant?.passId)).size).toBe(1);
    expect(await whoHasPasses(cast)).toEqual(["key"]);
  });

  test("a change under an old snapshot, which would miss newer passes, is refused", async () => {
    const cast = await createCast();
    for (const level of ["repeatable read", "serializable"]) {
      await one.query(`begin isolation level ${level}`);
      const revoke = one.query("select app.close_session($1)", [cast.member.sessionId]);
      await expect(revoke).rejects.toMatchObject({ code: "0A000" });
      await one.query("rollback");
    }
  });

  /** Until somebody waits for a lock that this connection holds. */
  async function untilWaiting(holder: pg.Client): Promise<void> {
    const text = "select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))";
    while (!(await holder.query(text)).rowCount) await new Promise((resolve) => setImmediate(resolve));
  }

  function lookUpSql(cast: Cast, name: ActorName): [string, unknown[]] {
    const actor = cast[name];
    return actor.kind === "member"
      ? ["select pass_id from app.session_actor($1, $2)", [actor.sessionId, cast.tenant.slug]]
      : ["select pass_id from app.api_key_actor($1)", [Buffer.from(hashApiKey(cast[name as "key"].secret))]];
  }
});

describe("work whose pass is gone since the look-up of the same request", () => {
  const rename = (cast: Cast) =>
    asOwner(database(), "update users set full_name = 'Newly Named' where id = $1", [cast.member.userId]);

  test("reads on after the whole check, and pays for it once", async () => {
    const cast = await createCast();
    const actor = { ...cast.member, pass: { id: (await lookUp(cast, "member"))?.passId ?? null, isConfirmed: true } };
    const { counters } = tenantDoor().pool;
    await rename(cast);
    const before = counters.roundTrips;
    expect(await tenantRead(actor, null, (db) => Promise.all([db.account.count()]))).toEqual([1]);
    expect(counters.roundTrips - before).toBe(2);
    expect(await tenantRead(actor, null, (db) => db.account.count())).toBe(1);
    expect(counters.roundTrips - before).toBe(3);
  });

  test("writes in one transaction, under the new name, also with several statements at once", async () => {
    const cast = await createCast();
    const owner = await createMember(database(), cast.tenant);
    await asOwner(database(), "update users set full_name = 'Newly Named' where id = $1", [owner.userId]);
    await tenantWrite(owner, null, "test", (db) =>
      Promise.all([
        db.account.updateMany({ where: { id: cast.accountId }, data: { displayName: "Changed" } }),
        db.rows(sql`select 1`),
        db.account.count(),
      ]),
    );
    const rows = await asOwner(
      database(),
      "select actor_label from audit_logs where tenant_id = $1 and user_id = $2 and table_name = 'accounts'",
      [cast.tenant.id, owner.userId],
    );
    expect(rows).toEqual([{ actor_label: "Newly Named" }]);
  });

  test("tells of a remembered actor that nothing was confirmed, and does nothing", async () => {
    const cast = await createCast();
    const pass = { id: (await lookUp(cast, "member"))?.passId ?? null, isConfirmed: false };
    await rename(cast);
    const attempt = tenantRead({ ...cast.member, pass }, null, (db) => db.account.count());
    await expect(attempt).rejects.toMatchObject({ code: "token_expired" });
    expect(pass.isConfirmed).toBe(false);
    const fresh = { id: (await lookUp(cast, "member"))?.passId ?? null, isConfirmed: false };
    await tenantRead({ ...cast.member, pass: fresh }, null, (db) => db.account.count());
    expect(fresh.isConfirmed).toBe(true);
  });
});

function enterWith(cast: Cast, passId: string | null): Promise<unknown> {
  return asTenantUser("select app.enter_read('apiKey', $1, $2, $3)", [cast.tenant.id, cast.key.apiKeyId, passId]);
}

function asTenantUser(text: string, values: unknown[]): Promise<unknown> {
  return asRole(database().tenantUrl, text, values);
}

async function asRole(connectionString: string, text: string, values: unknown[] = []): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
