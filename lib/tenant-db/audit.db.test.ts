import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, MemberActor } from "@/lib/actor";
import { createProbeWorld } from "@/lib/isolation/fixtures";
import { UNAUDITED_TABLES } from "@/lib/isolation/rules";
import { readSnapshot } from "@/lib/isolation/snapshot";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { platformWrite, sql, tenantWrite } from "./index";

const database = doorsOfThisFile();
let owner: pg.Client;
let tenant: TestTenant;
let member: MemberActor;
let accountId: string;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant)).id;
});

afterAll(() => owner.end());

async function withLogin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const rename = (actor: MemberActor, displayName: string, operation = "accounts.update") =>
  tenantWrite(actor, null, operation, (db) =>
    db.account.updateMany({ where: { id: accountId }, data: { displayName } }),
  );

describe("an audit row", () => {
  const lastRow = async () =>
    (await asOwner<Record<string, unknown>>(database(), "select * from audit_logs order by id desc limit 1"))[0];

  test("says who, what, why and from where, with old and new values", async () => {
    await rename(member, "Before");
    await rename(member, "After");
    expect(await lastRow()).toMatchObject({
      tenant_id: tenant.id,
      table_name: "accounts",
      record_id: accountId,
      account_id: accountId,
      action: "update",
      operation: "accounts.update",
      actor_kind: "user",
      user_id: member.userId,
      api_key_id: null,
      actor_label: "Ann Example",
      request_id: member.requestId,
      ip_address: "127.0.0.1",
      user_agent: "vitest",
      old_values: expect.objectContaining({ display_name: "Before" }),
      new_values: expect.objectContaining({ display_name: "After" }),
    });
  });

  test("names the key, the job or the platform admin", async () => {
    const key = await createKey(tenant);
    const touch = (actor: typeof key | TestTenant["system"]) =>
      tenantWrite(actor, null, "test", (db) =>
        db.account.updateMany({ where: { id: accountId }, data: { displayName: randomUUID() } }),
      );
    await touch(key);
    expect(await lastRow()).toMatchObject({ actor_kind: "api_key", api_key_id: key.apiKeyId, user_id: null });
    await touch(tenant.system);
    expect(await lastRow()).toMatchObject({
      actor_kind: "system",
      actor_label: "test",
      api_key_id: null,
      user_id: null,
    });

    await owner.query("select app.create_platform_admin($1)", [member.userId]);
    const { requestId, ipAddress, userAgent, userId, sessionId } = member;
    const admin = { kind: "platformAdmin", requestId, ipAddress, userAgent, userId, sessionId } satisfies Actor;
    await platformWrite(admin, "tenants.rename", (db) =>
      db.tenant.updateMany({ where: { id: tenant.id }, data: { name: "Renamed" } }),
    );
    expect(await lastRow()).toMatchObject({
      tenant_id: tenant.id,
      table_name: "tenants",
      actor_kind: "platform_admin",
      user_id: member.userId,
      operation: "tenants.rename",
    });
  });

  test("goes with its change: what is rolled back leaves none", async () => {
    const count = async () => (await owner.query("select count(*)::int as n from audit_logs")).rows[0].n as number;
    const before = await count();
    const undone = tenantWrite(member, null, "test", async (db) => {
      await db.account.updateMany({ where: { id: accountId }, data: { displayName: "Undone" } });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(await count()).toBe(before);
  });

  test("is not written for a change that changes nothing", async () => {
    await rename(member, "Same");
    const before = (await lastRow())?.id;
    await rename(member, "Same");
    expect((await lastRow())?.id).toBe(before);
  });
});

describe("every table", () => {
  /** A change for each audited table; those without a column worth changing are only inserted and deleted. */
  const CHANGES: Record<string, string | null> = {
    access_views: "ended_at = now()",
    accounts: "display_name = 'x'",
    documents: "title = 'x'",
    exports: "download_count = 1",
    imports: "status = 'FAILED'",
    isolation_proofs: "problem = 'x'",
    import_mappings: "header = '[]'",
    import_lines: "created_at = created_at - interval '1 s'",
    invitation_accounts: "created_at = created_at - interval '1 s'",
    invitation_roles: "created_at = created_at - interval '1 s'",
    invitations: "revoked_at = now()",
    membership_accounts: "created_at = created_at - interval '1 s'",
    membership_roles: "assigned_at = assigned_at - interval '1 s'",
    memberships: "status = 'deactivated'",
    notices: "read_at = now()",
    payment_intents: "reference = 'x'",
    platform_admins: null,
    // The probe's is lifted, and stays so.
    refund_stops: null,
    refunds: "comment = 'x'",
    role_permissions: "created_at = created_at - interval '1 s'",
    roles: "description = 'x'",
    saved_views: "query = 'x'",
    templates: "archived_at = now()",
    tenant_api_key_accounts: "created_at = created_at - interval '1 s'",
    tenant_api_keys: "revoked_at = now()",
    tenant_configs: "version = 2",
    tenant_notes: "text = 'x'",
    tenants: "domain = 'x.example'",
    user_credentials: null,
    user_pictures: "content_type = 'image/gif'",
    tenant_exports: "downloaded_at = now()",
    tenant_deletions: "reason = 'x'",
    tenant_switches: "reason = 'x'",
    tenant_visits: "reason = 'x'",
    users: "full_name = 'x'",
    webhook_endpoints: "description = 'x'",
    webhook_secrets: "expires_at = now() + interval '1 h'",
  };
  /** Children before their parents. */
  const DELETE_ORDER = [
    ...["webhook_attempts", "webhook_deliveries", "webhook_messages", "webhook_secrets", "webhook_endpoints"],
    ...["notices", "payment_events", "idempotency_keys", "request_logs", "kept_totals", "access_views"],
    ...["request_totals", "tenant_notes"],
    ...["notice_marks", "saved_view_defaults", "saved_view_watches", "saved_views", "exports"],
    ...[
      "refund_stops",
      "tenant_switches",
      "tenant_deletions",
      "tenant_exports",
      "tenant_visits",
      "tenant_config_versions",
    ],
    ...[
      "import_mappings",
      "import_lines",
      "imports",
      "documents",
      "refunds",
      "payment_intents",
      "tenant_api_key_accounts",
    ],
    ...["tenant_api_keys", "invitation_accounts", "invitation_roles", "invitations"],
    ...["membership_accounts", "membership_roles", "memberships", "role_permissions", "roles"],
    ...[
      "accounts",
      "tenant_configs",
      "tenants",
      "user_credentials",
      "user_pictures",
      "list_preferences",
      "notice_choices",
      "isolation_proofs",
      "platform_admins",
      "sessions",
      "users",
      "templates",
    ],
  ];

  test("leaves exactly one row per inserted, updated and deleted row, and no secret", async () => {
    await owner.query("begin");
    try {
      const audited = (await readSnapshot(owner)).tables
        .filter(({ name, isPartition }) => !isPartition && !name.startsWith("app.") && !UNAUDITED_TABLES[name])
        .map(({ name }) => name)
        .filter((name) => !["currencies", "countries", "permissions"].includes(name));
      expect(Object.keys(CHANGES).toSorted()).toEqual(audited.toSorted());
      // Nothing but this transaction's rows may be counted.
      await owner.query("set local session_replication_role = replica");
      for (const table of [...DELETE_ORDER, "metadata_entries", "audit_logs"])
        await owner.query(`delete from ${table}`);
      await owner.query("set local session_replication_role = origin");

      await createProbeWorld(owner);
      const rowCounts = async () => {
        const counts = new Map<string, number>();
        for (const table of audited)
          counts.set(table, (await owner.query(`select count(*)::int as n from ${table}`)).rows[0].n);
        return counts;
      };
      const auditCounts = async (action: string) => {
        const { rows } = await owner.query<{ table_name: string; n: number }>(
          "select table_name, count(*)::int as n from audit_logs where action = $1 group by 1",
          [action],
        );
        return new Map(rows.map((row) => [row.table_name, row.n]));
      };
      const whole = await rowCounts();
      for (const [table, count] of whole) expect(count, table).toBeGreaterThan(0);
      expect(await auditCounts("insert")).toEqual(whole);

      // Refunds changed their payments when they were made.
      await owner.query("set local session_replication_role = replica");
      await owner.query("delete from audit_logs where action = 'update'");
      await owner.query("set local session_replication_role = origin");
      const changing = Object.entries(CHANGES).filter(([, change]) => change !== null);
      for (const [table, change] of changing) await owner.query(`update ${table} set ${change}`);
      expect(await auditCounts("update")).toEqual(new Map(changing.map(([table]) => [table, whole.get(table)])));

      for (const table of DELETE_ORDER) await owner.query(`delete from ${table}`);
      expect(await auditCounts("delete")).toEqual(whole);

      const { rows } = await owner.query<{ log: string }>(
        "select string_agg(concat(old_values, new_values), ' ') as log from audit_logs",
      );
      const log = rows[0]?.log ?? "";
      expect(log).toContain("Probe");
      for (const secret of ["argon2id", "key_hash", "password_hash", "token_hash", "storage_key"])
        expect(log).not.toContain(secret);
    } finally {
      await owner.query("rollback");
    }
  });
});

describe("nobody can write what is not true", () => {
  const UPDATE = "update accounts set display_name = 'forged'";
  const ENTER = "select app.enter('member', $1, $2, '{}')";

  /** The error's SQLSTATE after these statements in one transaction of the role, or `done`. */
  async function attempt(url: string, steps: [string, unknown[]?][]): Promise<string> {
    return withLogin(url, async (client) => {
      await client.query("begin");
      try {
        for (const [text, values] of steps) await client.query(text, values);
        return "done";
      } catch (error) {
        return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
      } finally {
        await client.query("rollback");
      }
    });
  }

  const set = (name: string, value: string): [string, unknown[]] => [
    "select set_config($1, $2, true)",
    [`app.${name}`, value],
  ];

  test("a context that app.enter() made is accepted, so the others fail for the right reason", async () => {
    expect(await attempt(database().tenantUrl, [[ENTER, [tenant.id, member.sessionId]], [UPDATE]])).toBe("done");
  });

  test("a context made by hand is refused", async () => {
    const context = [
      set("current_tenant", tenant.id),
      set("user_id", member.userId),
      set("account_scope", "*"),
      set("context", '{"kind": "user", "label": "Somebody else"}'),
    ];
    expect(await attempt(database().tenantUrl, [...context, [UPDATE]])).toBe("42501");
    expect(await attempt(database().tenantUrl, [...context, set("seal", "x"), [UPDATE]])).toBe("42501");
  });

  test.each([
    ["current_tenant", () => tenant.id.replace(/.$/, (last) => (last === "0" ? "1" : "0"))],
    ["user_id", () => randomUUID()],
    ["account_scope", () => "{}"],
    ["context", () => '{"kind": "system", "label": "Somebody else"}'],
    ["platform_user_id", () => randomUUID()],
    ["seal", () => ""],
  ])("a context whose %s was changed afterwards is refused", async (name, value) => {
    const enter: [string, unknown[]] = [ENTER, [tenant.id, member.sessionId]];
    expect(await attempt(database().tenantUrl, [enter, set(name, value()), [UPDATE]])).toBe("42501");
  });

  test("a seal does not outlive its transaction", async () => {
    await withLogin(database().tenantUrl, async (client) => {
      const names = ["current_tenant", "user_id", "platform_user_id", "account_scope", "context", "seal"];
      await client.query("begin");
      await client.query(ENTER, [tenant.id, member.sessionId]);
      const { rows } = await client.query(
        `select ${names.map((name) => `current_setting('app.${name}') as ${name}`).join(", ")}`,
      );
      await client.query("commit");
      await client.query("begin");
      for (const name of names) await client.query(...set(name, rows[0][name]));
      await expect(client.query(UPDATE)).rejects.toMatchObject({ code: "42501" });
      await client.query("rollback");
    });
  });

  test("the functions behind the seal cannot be called, nor its secret be read", async () => {
    for (const url of [database().tenantUrl, database().platformUrl]) {
      const calls = [
        "select app.seal()",
        "select * from app.secrets",
        "select app.set_context(null, null, null, '*', '{}')",
        "select app.check_principal('system', null, null)",
        "set role bulkhead_definer",
        "set session authorization postgres",
        "create or replace function app.seal() returns text language sql as $$ select 'x' $$",
        "alter table accounts disable row level security",
        "alter table accounts disable trigger all",
        "set session_replication_role = replica",
        "set row_security = off; select * from accounts",
      ];
      for (const call of calls) expect([call, await attempt(url, [[call]])]).toEqual([call, "42501"]);
    }
  });

  test("audit rows can be written, changed and removed by no role of the application", async () => {
    const { rows } = await owner.query<{ name: string }>(
      "select relid::text as name from pg_partition_tree('audit_logs') where relid::text = 'audit_logs' or relid::text like $1",
      [`%${new Date().toISOString().slice(0, 7).replace("-", "_")}`],
    );
    expect(rows.length).toBeGreaterThan(1);
    const enterAsPlatform: [string, unknown[]] = ["select app.enter_platform($1, false, '{}')", [member.sessionId]];
    const enterAsTenant: [string, unknown[]] = [ENTER, [tenant.id, member.sessionId]];
    await owner.query("select app.create_platform_admin($1)", [member.userId]);
    for (const { name } of rows) {
      const writes = [
        `insert into ${name} select * from audit_logs limit 1`,
        `update ${name} set actor_label = 'x'`,
        `delete from ${name}`,
        `truncate ${name}`,
        `drop table ${name}`,
      ];
      for (const write of writes) {
        expect([write, await attempt(database().tenantUrl, [enterAsTenant, [write]])]).toEqual([write, "42501"]);
        expect([write, await attempt(database().platformUrl, [enterAsPlatform, [write]])]).toEqual([write, "42501"]);
      }
    }
  });

  test("a month that is missing is made by the first who write in it, and costs no write", async () => {
    const monthOf = (ahead: number) => {
      const now = new Date();
      const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead));
      return `audit_logs_${month.toISOString().slice(0, 7).replace("-", "_")}`;
    };
    const parts = async () => {
      const { rows } = await owner.query<{ name: string }>(
        "select relid::text as name from pg_partition_tree('audit_logs') where isleaf order by 1",
      );
      return rows.map(({ name }) => name);
    };
    const before = await parts();
    expect(before).toEqual([0, 1, 2, 3].map(monthOf));
    // As if the clock had gone to a time that nobody made partitions for.
    const rows = await owner.query(`create table kept_aside as select * from ${monthOf(0)}`);
    await owner.query(`drop table ${monthOf(0)}, ${monthOf(1)}`);
    const writes = Array.from({ length: 4 }, () => makeAccount(tenant));
    const made = await Promise.all(writes);
    expect(await parts()).toEqual(expect.arrayContaining([monthOf(0), monthOf(1)]));
    const { rows: entries } = await owner.query("select record_id from audit_logs where record_id = any ($1)", [
      made.map(({ id }) => id),
    ]);
    expect(entries).toHaveLength(4);
    expect(rows.rowCount).toBeGreaterThan(0);
    await owner.query("insert into audit_logs select * from kept_aside; drop table kept_aside");
  });

  test("created_at and updated_at are the server's, whatever a client sends", async () => {
    const old = sql`insert into accounts (tenant_id, name, currency, created_at, updated_at)
      values (${tenant.id}::uuid, ${randomUUID()}, 'EUR', '2001-01-01', '2001-01-01') returning created_at, updated_at`;
    const [row] = await tenantWrite(member, null, "test", (db) =>
      db.rows<{ created_at: string; updated_at: string }>(old),
    );
    expect(new Date(row?.created_at ?? 0).getFullYear()).toBeGreaterThan(2001);
    expect(new Date(row?.updated_at ?? 0).getFullYear()).toBeGreaterThan(2001);
  });
});
