import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkCatalogue } from "@/lib/isolation/catalogue";
import { createProbeWorld } from "@/lib/isolation/fixtures";
import { PERMISSIONS } from "@/lib/permissions";
import { closeDoors, tenantRead } from "@/lib/tenant-db";
import { Door } from "@/lib/tenant-db/door";
import { useDoors } from "@/lib/tenant-db/pools";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { createKey, createMember, createTenant, makeAccount, makePaymentIntent } from "@/lib/testing/fixtures";
import { describeCatalogue } from "@/scripts/db/catalogue";
import { migrate, rollback } from "@/scripts/db/migrate";
import { readMigrations } from "@/scripts/db/migration-files";

// That each migration goes up, down and up again to the same schema is tested beside the runner; here is what the
// migrations themselves promise.

let database: TestDatabase;
let owner: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await database.drop();
});

const up = (url = database.ownerUrl) => migrate(url, { secret: null });
const down = (steps: number) => rollback(database.ownerUrl, steps, { secret: null });

async function names(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(text);
  return rows.map(({ name }) => name);
}

describe("undoing everything", () => {
  const ROLES = ["bulkhead_definer", "platform_admin", "tenant_user"];

  test("leaves no table, type, function, schema or extension, with rows in every table; the roles stay", async () => {
    await up();
    await createProbeWorld(owner);
    await down(readMigrations().length);
    const notOurs = "nspname !~ '^pg_' and nspname <> 'information_schema'";
    expect(await names(`select nspname as name from pg_namespace where ${notOurs}`)).toEqual(["public"]);
    const left = `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where ${notOurs} and relname not like '\\_prisma\\_migrations%'`;
    expect(await names(left)).toEqual([]);
    const functions = `select proname as name from pg_proc p join pg_namespace n on n.oid = pronamespace where ${notOurs}`;
    expect(await names(functions)).toEqual([]);
    const types = `select typname as name from pg_type t join pg_namespace n on n.oid = typnamespace
      where ${notOurs} and typname !~ '_prisma_migrations'`;
    expect(await names(types)).toEqual([]);
    expect(await names("select extname as name from pg_extension")).toEqual(["plpgsql"]);
    const roles =
      "select rolname::text as name from pg_roles where rolname in ('bulkhead_definer', 'platform_admin', 'tenant_user') order by 1";
    expect(await names(roles)).toEqual(ROLES);
    expect(await names("select migration_name as name from _prisma_migrations")).toEqual([]);
  });

  test("one by one gives back each step's schema, with rows in every table that there is", {
    timeout: 180_000,
  }, async () => {
    const schemas: string[][] = [];
    const all = readMigrations();
    for (const [index] of all.entries()) {
      schemas.push(await describeCatalogue(owner));
      await migrate(database.ownerUrl, { secret: null, migrations: all.slice(0, index + 1) });
    }
    await createProbeWorld(owner);
    for (const expected of schemas.toReversed()) {
      await down(1);
      expect(await describeCatalogue(owner)).toEqual(expected);
    }
  });
});

describe("an owner who is no superuser", () => {
  let role: string;
  let ownerUrl: string;

  beforeEach(async () => {
    role = `owner_${randomBytes(4).toString("hex")}`;
    await owner.query(`create role ${role} login createrole password 'owner'`);
    await owner.query(`grant bulkhead_definer, tenant_user, platform_admin to ${role} with admin option`);
    await owner.query(`alter database ${new URL(database.ownerUrl).pathname.slice(1)} owner to ${role}`);
    const url = new URL(database.ownerUrl);
    url.username = role;
    url.password = "owner";
    ownerUrl = url.toString();
  });

  afterEach(async () => {
    await closeDoors();
    const me = new URL(database.ownerUrl).username;
    await owner.query(`alter database ${new URL(database.ownerUrl).pathname.slice(1)} owner to ${me}`);
    await owner.query(`reassign owned by ${role} to ${me}; drop owned by ${role}; drop role ${role}`);
  });

  test("gets the same isolation, and an application that works", async () => {
    await up(ownerUrl);
    expect(await checkCatalogue(owner)).toEqual([]);

    const asOwnedByRole = { ...database, ownerUrl };
    useDoors({
      tenant: new Door({ url: database.tenantUrl, role: "tenant", poolMin: 0, poolMax: 2, namedStatements: true }),
    });
    const [tenant, other] = [await createTenant(asOwnedByRole), await createTenant(asOwnedByRole)];
    const account = await makeAccount(tenant, { metadata: { room: 7 } });
    await makePaymentIntent(tenant, account.id);
    await makeAccount(other);
    const member = await createMember(asOwnedByRole, tenant, { accountIds: [account.id] });
    const key = await createKey(tenant);
    for (const actor of [member, key]) {
      const seen = await tenantRead(actor, null, async (db) => ({
        accounts: await db.account.findMany({ select: { id: true } }),
        payments: await db.paymentIntent.count(),
        metadata: await db.metadataEntry.count(),
      }));
      expect(seen).toMatchObject({ accounts: [{ id: account.id }], payments: 1 });
      expect(seen.metadata).toBeGreaterThan(0);
    }
    const log = await tenantRead(tenant.system, null, (db) => db.auditLog.count({ where: { tableName: "accounts" } }));
    expect(log).toBe(1);
  });

  test("gets the weeks of totals that were kept before there were any", async () => {
    await up(ownerUrl);
    useDoors({
      tenant: new Door({ url: database.tenantUrl, role: "tenant", poolMin: 0, poolMax: 2, namedStatements: true }),
    });
    const tenant = await createTenant({ ...database, ownerUrl });
    const account = await makeAccount(tenant);
    const kept = () =>
      names(`select concat_ws(' ', resource, is_loose, sum(count), sum(amount)) as name from kept_totals
        where resource in ('payment_intents', 'payment_weeks') group by resource, is_loose order by 1`);
    for (const isPutTogether of [true, false]) {
      await makePaymentIntent(tenant, account.id, { billing_amount: 300 });
      if (isPutTogether) await owner.query("select app.compact_totals()");
    }
    const all = ["payment_intents f 1 300", "payment_intents t 1 300", "payment_weeks f 1 300"];
    expect(await kept()).toEqual(all);
    const before = readMigrations().findIndex(({ name }) => name.endsWith("_weekly_totals"));
    await rollback(ownerUrl, readMigrations().length - before, { secret: null });
    expect(await kept()).toEqual(all.slice(0, 2));
    await up(ownerUrl);
    expect(await kept()).toEqual(all);
    await owner.query("select app.compact_totals()");
    expect(await kept()).toEqual(["payment_intents f 2 600", "payment_weeks f 2 600"]);
  });

  test("gets the same schema after going down and up again", async () => {
    await up(ownerUrl);
    const applied = await describeCatalogue(owner);
    await rollback(ownerUrl, readMigrations().length, { secret: null });
    await up(ownerUrl);
    expect(await describeCatalogue(owner)).toEqual(applied);
  });
});

describe("reference rows", () => {
  let migrated: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    migrated = await createTestDatabase();
    client = new pg.Client({ connectionString: migrated.ownerUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await migrated.drop();
  });

  test("the table of permissions is the vocabulary of the source", async () => {
    const { rows } = await client.query<{ name: string; description: string }>(
      "select name, description from permissions",
    );
    expect(Object.fromEntries(rows.map(({ name, description }) => [name, description]))).toEqual(PERMISSIONS);
  });

  test("the roles of every template name known permissions only", async () => {
    const { rows } = await client.query<{ name: string; permission: string }>(
      `select t.name, p as permission from templates t
       cross join lateral jsonb_array_elements(t.definition -> 'roles') r
       cross join lateral jsonb_array_elements_text(coalesce(r -> 'permissions', '[]')) p`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ permission }) => !(permission in PERMISSIONS))).toEqual([]);
  });
});

describe("tables of another application", () => {
  test("get the same protection by one SQL function", async () => {
    await up();
    await owner.query(`
      create table reviews (tenant_id uuid not null, id int not null, primary key (tenant_id, id));
      comment on table reviews is 'Of another application';
      select app.enable_tenant_rls('reviews'), app.enable_audit('reviews');
      grant select, insert, update, delete on reviews to tenant_user;`);
    expect((await checkCatalogue(owner)).filter(({ object }) => object.startsWith("reviews"))).toEqual([]);
    const world = await createProbeWorld(owner);
    await owner.query("insert into reviews values ($1, 1), ($2, 2)", [world.own.tenantId, world.other.tenantId]);
    await owner.query("begin; set local session authorization tenant_user");
    await owner.query("select app.enter_read('member', $1, $2)", [world.own.tenantId, world.own.member.sessionId]);
    expect((await owner.query("select id from reviews")).rows).toEqual([{ id: 1 }]);
    await owner.query("rollback");
  });
});
