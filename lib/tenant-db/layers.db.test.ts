import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor, TenantActor } from "@/lib/actor";
import { createProbeWorld, type ProbePerson, type ProbeWorld } from "@/lib/isolation/fixtures";
import { defineList, parseListParams } from "@/lib/list-query";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { doorsOfThisFile } from "@/lib/testing/fixtures";
import { Prisma } from "../generated/prisma/client";
import type { ReadClient, WriteClient } from "./client";
import { join, listPage, sql, tenantRead, tenantWrite } from "./index";

// Two independent layers [R18]: each is tested with the other one switched off.

const database = doorsOfThisFile();
let owner: pg.Client;
let world: ProbeWorld;
let member: MemberActor;
let restricted: MemberActor;
let key: ApiKeyActor;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  world = await createProbeWorld(owner);
  const { own } = world;
  const reach = [own.accounts.allowed, own.accounts.below];
  member = memberOf(own.member, null);
  restricted = memberOf(own.restrictedMember, reach);
  key = { ...base(), kind: "apiKey", apiKeyId: own.restrictedApiKeyId, accountIds: reach };
});

afterAll(() => owner.end());

const base = () => ({
  tenantId: world.own.tenantId,
  permissions: new Set(ALL_PERMISSIONS),
  requestId: "test",
  ipAddress: null,
  userAgent: null,
  pass: null,
});
const memberOf = (person: ProbePerson, accountIds: string[] | null): MemberActor => ({
  ...base(),
  ...person,
  kind: "member",
  accountIds,
});

/** Reached through functions or by the platform only: their tables are not granted to the role of tenants. */
const WITHHELD_MODELS: Prisma.ModelName[] = ["IdempotencyKey", "RequestTotal", "TenantDeletion", "TenantSwitch"];

/** Withheld by a grant: naming them would be refused, whosever rows they are. */
const WITHHELD_COLUMNS = ["keyHash", "tokenHash", "sessionId", "invitedByAdmin", "fullName"];

/** All models with rows of tenants that a tenant's context may read, with their tables. */
const TENANT_MODELS = Object.values(Prisma.ModelName).filter(
  (name) => "tenantId" in scalarsOf(name) && !WITHHELD_MODELS.includes(name),
);

function scalarsOf(model: Prisma.ModelName): Record<string, string> {
  return Prisma[`${model}ScalarFieldEnum`];
}

type AnyDelegate = {
  findMany(args: object): Promise<Record<string, unknown>[]>;
  count(args?: object): Promise<number>;
  updateMany(args: object): Promise<{ count: number }>;
};

/** The delegate of a model whose name is only known at run time. */
function delegateOf(db: ReadClient | WriteClient, model: string): AnyDelegate {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return Reflect.get(db, name) as AnyDelegate;
}

async function setRowSecurity(state: "disable" | "enable"): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relforcerowsecurity",
  );
  for (const { name } of rows) await owner.query(`alter table ${name} ${state} row level security`);
}

describe("with row-level security switched off", () => {
  beforeAll(() => setRowSecurity("disable"));
  afterAll(() => setRowSecurity("enable"));

  test("hand-written SQL without a condition sees all tenants: the switch works", async () => {
    const rows = await tenantRead(member, null, (db) => db.rows(sql`select distinct tenant_id from payment_intents`));
    expect(rows).toHaveLength(2);
  });

  test.each(TENANT_MODELS)("model calls of %s reach the own tenant only", async (model) => {
    const select = Object.fromEntries(
      Object.keys(scalarsOf(model))
        .filter((name) => !WITHHELD_COLUMNS.includes(name))
        .map((name) => [name, true]),
    );
    const rows = await tenantRead(member, null, (db) => delegateOf(db, model).findMany({ select }));
    expect(new Set(rows.map(({ tenantId }) => tenantId))).toEqual(new Set([world.own.tenantId]));
    expect(await tenantRead(member, null, (db) => delegateOf(db, model).count())).toBe(rows.length);
    const tenantIds = [{ tenantId: world.other.tenantId }, { tenantId: world.own.tenantId }];
    for (const where of [{ OR: tenantIds }, { NOT: { OR: [] }, AND: { OR: tenantIds } }])
      expect(await tenantRead(member, null, (db) => delegateOf(db, model).findMany({ select, where }))).toHaveLength(
        rows.length,
      );
    const other = { select, where: { tenantId: world.other.tenantId } };
    expect(await tenantRead(member, null, (db) => delegateOf(db, model).findMany(other))).toEqual([]);
  });

  const accountModels = TENANT_MODELS.filter((name) => name === "Account" || "accountId" in scalarsOf(name));
  test.each(accountModels)("model calls of %s reach the actor's accounts only", async (model) => {
    const column = model === "Account" ? "id" : "accountId";
    for (const actor of [restricted, key]) {
      const rows = await tenantRead(actor, null, (db) =>
        delegateOf(db, model).findMany({ select: { [column]: true } }),
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(actor.accountIds).toContain(row[column]);
    }
  });

  test("lists, their totals and their filters reach the own tenant and accounts only", async () => {
    const source = {
      definition: defineList({
        name: "payment_intents",
        sorts: { created: { column: null, type: "timestamp", nullable: false } },
        defaultSort: { name: "created", direction: "desc" },
        filters: {
          status: { kind: "enum", column: "status", values: ["PROCESSED", "FAILED"] },
          account: { kind: "account", column: "account_id" },
          metadata: { kind: "metadata", column: "id" },
        },
        sizes: [50],
        defaultSize: 50,
      }),
      table: "payment_intents",
      columns: sql`x.tenant_id as "tenantId", x.account_id as "accountId"`,
      accountColumn: "account_id" as const,
    };
    const list = (actor: TenantActor, params: string) => {
      const { query } = parseListParams(source.definition, new URLSearchParams(params), { mode: "strict" });
      return tenantRead(actor, null, (db) =>
        listPage<{ tenantId: string; accountId: string }>(db, actor, source, query),
      );
    };
    for (const params of ["", "status=PROCESSED", "status=PROCESSED,FAILED", "metadata[probe]=true"]) {
      const all = await list(member, params);
      expect([params, all.total, new Set(all.items.map(({ tenantId }) => tenantId))]).toEqual([
        params,
        3,
        new Set([world.own.tenantId]),
      ]);
      for (const actor of [restricted, key]) expect([params, (await list(actor, params)).total]).toEqual([params, 2]);
    }
    expect((await list(member, `account=${world.other.accounts.allowed}`)).total).toBe(0);
    expect((await list(restricted, `account=${world.own.accounts.other}`)).total).toBe(0);
  });

  test("a person's and a tenant's own rows are all that model calls reach of theirs", async () => {
    const seen = await tenantRead(member, null, async (db) => ({
      tenants: await db.tenant.findMany({ select: { id: true } }),
      users: await db.user.findMany({ select: { id: true } }),
      sessions: await db.session.findMany({ select: { userId: true } }),
    }));
    expect(seen).toEqual({
      tenants: [{ id: world.own.tenantId }],
      users: [{ id: member.userId }],
      sessions: [{ userId: member.userId }],
    });
    expect(await tenantRead(key, null, (db) => db.user.count())).toBe(0);
  });

  test("relations cannot lead out of the tenant", async () => {
    const detours: ((db: ReadClient) => Promise<unknown>)[] = [
      (db) => db.currency.findMany({ select: { code: true, refunds: true } }),
      (db) => db.currency.findMany({ include: { refunds: true } }),
      (db) => db.user.findMany({ select: { memberships: { select: { tenantId: true } } } }),
      (db) => db.user.findMany({ select: { _count: { select: { memberships: true } } } }),
      (db) => db.account.findMany({ select: { currencyInfo: { select: { refunds: true } } } }),
      (db) => db.account.findMany({ include: { currencyInfo: { include: { refunds: true } } } }),
      (db) => db.account.findMany({ select: { tenant: { include: { accounts: true } } } }),
    ];
    for (const detour of detours)
      await expect(tenantRead(member, null, async (db) => detour(db))).rejects.toThrow("relation");
    const parents = await tenantRead(member, null, (db) =>
      db.account.findMany({ where: { parentId: { not: null } }, select: { parent: { select: { id: true } } } }),
    );
    expect(parents).toEqual([{ parent: { id: world.own.accounts.allowed } }]);
  });

  test("writes cannot name, reach or move to another tenant or account", async () => {
    const { own, other } = world;
    const account = { name: "New", currency: "EUR" };
    const payment = { tenantId: own.tenantId, billingAmount: 1n, billingCurrency: "EUR" };
    const refused: [MemberActor, (db: WriteClient) => Promise<unknown>][] = [
      [member, (db) => db.account.create({ data: { ...account, tenantId: other.tenantId } })],
      [member, (db) => db.account.createMany({ data: [{ ...account, tenantId: other.tenantId }] })],
      [member, (db) => db.account.updateMany({ data: { tenantId: other.tenantId } })],
      [member, (db) => db.account.updateMany({ data: { tenantId: { set: other.tenantId } } })],
      [restricted, (db) => db.paymentIntent.create({ data: { ...payment, accountId: own.accounts.other } })],
      [restricted, (db) => db.paymentIntent.updateMany({ data: { accountId: own.accounts.other } })],
      [restricted, (db) => db.account.create({ data: { ...account, tenantId: own.tenantId } })],
      [restricted, (db) => db.account.updateMany({ data: { parentId: own.accounts.other } })],
    ];
    for (const [actor, write] of refused)
      await expect(tenantWrite(actor, null, "test", async (db) => write(db))).rejects.toThrow(
        /another (tenant|account)/,
      );
    const missed: [MemberActor, string][] = [
      [member, other.accounts.allowed],
      [restricted, own.accounts.other],
    ];
    for (const [actor, id] of missed) {
      const change = tenantWrite(actor, null, "test", (db) =>
        db.account.updateMany({ where: { id }, data: { displayName: "Reached" } }),
      );
      expect(await change).toEqual({ count: 0 });
    }
  });
});

describe("with the access layer passed by", () => {
  const tables = async (column: string) => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = $1
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and has_any_column_privilege('tenant_user', c.oid, 'select')`,
      [column],
    );
    return rows.map(({ name }) => Prisma.raw(name));
  };

  test("hand-written SQL without a condition sees the own tenant only", async () => {
    const all = await tables("tenant_id");
    expect(all.length).toBeGreaterThan(15);
    const parts = all.map((table) => sql`select distinct tenant_id from ${table}`);
    const rows = await tenantRead(member, null, (db) =>
      db.rows(sql`select tenant_id from (${join(parts, " union all ")}) t`),
    );
    expect(rows).toEqual(all.map(() => ({ tenant_id: world.own.tenantId })));
  });

  test("hand-written SQL without a condition sees the actor's accounts only", async () => {
    const all = await tables("account_id");
    const parts = all.map((table) => sql`select distinct account_id from ${table}`);
    const reach = [world.own.accounts.allowed, world.own.accounts.below];
    for (const actor of [restricted, key]) {
      const rows = await tenantRead(actor, null, (db) =>
        db.rows<{ account_id: string }>(sql`select account_id from (${join(parts, " union all ")}) t`),
      );
      expect(rows.length).toBeGreaterThan(all.length);
      for (const row of rows) expect(reach).toContain(row.account_id);
    }
  });

  test("an actor that lies about its accounts gets the database's own list", async () => {
    const liar = { ...restricted, accountIds: null };
    const rows = await tenantRead(liar, null, (db) => db.account.findMany({ select: { id: true } }));
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(restricted.accountIds));
  });
});
