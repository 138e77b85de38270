import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { AppError } from "@/lib/errors";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { bindClient, type ReadClient } from "./client";
import { faultOf } from "./faults";
import { sql, tenantRead, tenantWrite } from "./index";
import { tenantDoor } from "./pools";
import { newScope } from "./scope";

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;
let member: MemberActor;
let accountId: string;
let foreignId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  member = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant, { name: "Taken" })).id;
  foreignId = (await makeAccount(other)).id;
});

const accountIds = (db: ReadClient) => db.account.findMany({ select: { id: true } });
const newAccount = (name: string, tenantId = tenant.id) => ({ data: { tenantId, name, currency: "EUR" } });

describe("the client", () => {
  test("has no findUnique, no raw queries, no transaction and no connection of its own", async () => {
    await tenantRead(member, null, async (db) => {
      const names = [
        "$queryRaw",
        "$queryRawUnsafe",
        "$executeRaw",
        "$transaction",
        "$extends",
        "$connect",
        "constructor",
      ];
      for (const name of names) expect(Reflect.get(db, name), name).toBeUndefined();
      for (const method of ["findUnique", "findUniqueOrThrow", "upsert", "aggregateRaw", "fields", "constructor"])
        expect(Reflect.get(db.account, method), method).toBeUndefined();
      expect(Object.keys(db)).toEqual([]);
    });
  });

  test("sees rows of its tenant and nothing of another's", async () => {
    expect(await tenantRead(member, null, accountIds)).toEqual([{ id: accountId }]);
    const foreign = await tenantRead(member, null, (db) => db.account.findFirst({ where: { id: foreignId } }));
    expect(foreign).toBeNull();
    expect(await tenantRead(other.system, null, accountIds)).toEqual([{ id: foreignId }]);
  });

  test("is unusable after its work", async () => {
    const kept = await tenantRead(member, null, async (db) => ({ db }));
    expect(() => kept.db.account.count()).toThrow("outside its unit of work");
    expect(() => kept.db.rows(sql`select 1`)).toThrow("outside its unit of work");
    const written = await tenantWrite(member, null, "test", async (db) => ({ db }));
    expect(() => written.db.account.count()).toThrow("outside its unit of work");
  });

  test("sends nothing for a scope that was never opened", async () => {
    const scope = {
      ...newScope({ actor: tenant.system, operation: "test", readOnly: true, prepared: true }),
      open: false,
    };
    const run = () => Promise.reject(new Error("reached"));
    const db = bindClient<ReadClient>({}, { scope, actor: tenant.system, run });
    expect(() => db.account.count()).toThrow("outside its unit of work");
  });

  test("runs hand-written rows inside and outside transactions, in the same context", async () => {
    const query = sql`select id, app.tenant_id() as tenant from accounts`;
    const expected = [{ id: accountId, tenant: tenant.id }];
    expect(await tenantRead(member, null, (db) => db.rows(query))).toEqual(expected);
    await tenantWrite(member, null, "test", async (db) => {
      expect(await db.rows(query)).toEqual(expected);
      await db.account.updateMany({ where: { id: accountId }, data: { displayName: "Seen" } });
      expect(await db.rows(sql`select display_name from accounts`)).toEqual([{ display_name: "Seen" }]);
    });
  });

  test("names of parameters cannot become SQL", async () => {
    const name = "'; drop table accounts; --";
    expect(await tenantRead(member, null, (db) => db.rows(sql`select ${name}::text as name`))).toEqual([{ name }]);
  });
});

describe("work", () => {
  test.each([
    ["tenantRead", (work: (db: ReadClient) => Promise<unknown>) => tenantRead(member, null, work)],
    ["tenantWrite", (work: (db: ReadClient) => Promise<unknown>) => tenantWrite(member, null, "test", work)],
  ])("that leaves a promise unawaited is refused by %s", async (_name, run) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    try {
      const attempt = run(async (db) => {
        void db.account.count();
        return "too early";
      });
      await expect(attempt).rejects.toThrow("before all its database calls were awaited");
      // The forgotten call fails by itself, later; nobody is there to catch it, and the process must live on.
      await tenantRead(member, null, accountIds);
      await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off("unhandledRejection", unhandled);
    }
  });

  test("that returns unawaited writes writes nothing", async () => {
    const attempt = tenantWrite(member, null, "test", async (db) => {
      void db.account.create({ ...newAccount("Never"), select: { id: true } });
    });
    await expect(attempt).rejects.toThrow("before all its database calls were awaited");
    expect(await tenantRead(member, null, (db) => db.account.count({ where: { name: "Never" } }))).toBe(0);
  });

  test("that throws is undone whole, and its error comes out as it was", async () => {
    const failure = new Error("halfway");
    const attempt = tenantWrite(member, null, "test", async (db) => {
      await db.account.create({ ...newAccount("Halfway"), select: { id: true } });
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await tenantRead(member, null, (db) => db.account.count({ where: { name: "Halfway" } }))).toBe(0);
  });

  test("that only reads cannot write, however it tries", async () => {
    const attempts = [
      sql`delete from roles`,
      sql`update accounts set name = 'x'`,
      sql`select app.close_session(${member.sessionId}::uuid)`,
      sql`select set_config('transaction_read_only', 'off', true)`,
      sql`create temp table t (a int)`,
    ];
    for (const query of attempts) {
      const startedAt = performance.now();
      await expect(tenantRead(member, null, (db) => db.rows(query))).rejects.not.toBeInstanceOf(AppError);
      // Not mistaken for a server that became a standby, which would be tried again for seconds.
      expect(performance.now() - startedAt).toBeLessThan(1500);
    }
    expect(await tenantRead(member, null, accountIds)).toHaveLength(1);
  });

  test("needs its permission before anything is sent", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const before = tenantDoor().pool.counters.statements;
    const attempt = tenantWrite(viewer, "accounts:write", "test", (db) => db.account.count());
    await expect(attempt).rejects.toMatchObject({ code: "forbidden", data: { permission: "accounts:write" } });
    await expect(tenantRead(viewer, "api_keys:read", accountIds)).rejects.toMatchObject({ code: "forbidden" });
    expect(tenantDoor().pool.counters.statements).toBe(before);
  });
});

describe("an actor who loses the right", () => {
  type Loss = [string, (actor: MemberActor) => Promise<unknown>, string];
  const losses: Loss[] = [
    ["session revoked", (a) => asOwner(database(), "select app.close_session($1)", [a.sessionId]), "token_expired"],
    [
      "session expired",
      (a) => asOwner(database(), "update sessions set expires_at = now() where id = $1", [a.sessionId]),
      "token_expired",
    ],
    [
      "person disabled",
      (a) => asOwner(database(), "update users set disabled_at = now() where id = $1", [a.userId]),
      "token_expired",
    ],
    [
      "membership removed",
      (a) => asOwner(database(), "update memberships set deleted_at = now() where id = $1", [a.membershipId]),
      "not_found",
    ],
    [
      "membership deactivated",
      (a) => asOwner(database(), "update memberships set status = 'deactivated' where id = $1", [a.membershipId]),
      "not_found",
    ],
    [
      "tenant suspended",
      (a) => asOwner(database(), "update tenants set status = 'suspended' where id = $1", [a.tenantId]),
      "forbidden",
    ],
  ];

  test.each(losses)("by %s is refused at the very next statement", async (_name, lose, code) => {
    const victim = await createMember(database(), await createTenant(database()));
    const steps = tenantRead(victim, null, async (db) => {
      expect(await db.account.count()).toBe(0);
      await lose(victim);
      await db.account.count();
    });
    await expect(steps).rejects.toMatchObject({ code });
    await expect(tenantWrite(victim, null, "test", (db) => db.account.count())).rejects.toMatchObject({ code });
  });

  const keyLosses: [string, string, string][] = [
    ["revoked", "update tenant_api_keys set revoked_at = now() where id = $1", "token_expired"],
    ["expired", "update tenant_api_keys set expires_at = now() where id = $1", "token_expired"],
    [
      "of a tenant that was suspended",
      "update tenants set status = 'suspended' where id = (select tenant_id from tenant_api_keys where id = $1)",
      "forbidden",
    ],
  ];

  test.each(keyLosses)("a key %s is refused at the very next statement", async (_name, loss, code) => {
    const key: ApiKeyActor = await createKey(await createTenant(database()));
    const steps = tenantRead(key, null, async (db) => {
      expect(await db.account.count()).toBe(0);
      await asOwner(database(), loss, [key.apiKeyId]);
      await db.account.count();
    });
    await expect(steps).rejects.toMatchObject({ code });
  });

  test("of an account is refused its rows at the very next statement", async () => {
    const own = await createTenant(database());
    const account = await makeAccount(own);
    const restricted = await createMember(database(), own, { accountIds: [account.id] });
    const counts = await tenantRead(restricted, null, async (db) => {
      const before = await db.account.count();
      await asOwner(database(), "delete from membership_accounts where membership_id = $1", [restricted.membershipId]);
      return [before, await db.account.count()];
    });
    expect(counts).toEqual([1, 0]);
  });

  test("a member of one tenant cannot enter another by naming it", async () => {
    const intruder = { ...member, tenantId: other.id };
    await expect(tenantRead(intruder, null, accountIds)).rejects.toMatchObject({ code: "not_found" });
    const key = await createKey(tenant);
    await expect(tenantRead({ ...key, tenantId: other.id }, null, accountIds)).rejects.toMatchObject({
      code: "token_expired",
    });
  });
});

describe("faults", () => {
  const create = (name: string) => tenantWrite(member, null, "test", (db) => db.account.create(newAccount(name)));

  test("a violated constraint becomes the sentence of the work, by model call and by raw SQL", async () => {
    const constraints = { accounts_name: () => new AppError("already_exists", "The name is taken") };
    const expected = { code: "already_exists", message: "The name is taken" };
    const model = tenantWrite(member, null, "test", (db) => db.account.create(newAccount("Taken")), { constraints });
    await expect(model).rejects.toMatchObject(expected);
    const insert = sql`insert into accounts (tenant_id, name, currency) values (${tenant.id}::uuid, 'taken', 'EUR')`;
    const raw = tenantWrite(member, null, "test", (db) => db.rows(insert), { constraints });
    await expect(raw).rejects.toMatchObject(expected);
  });

  test("one of several calls at once that fails is told, not what failed after it", async () => {
    const attempt = tenantWrite(member, null, "test", (db) =>
      Promise.all([db.account.create(newAccount("Taken")), db.account.count(), db.rows(sql`select 1`)]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "already_exists" });
    const insert = sql`insert into accounts (tenant_id, name, currency) values (${tenant.id}::uuid, 'taken', 'EUR')`;
    const raw = tenantWrite(member, null, "test", (db) => Promise.all([db.rows(insert), db.rows(sql`select 1`)]));
    await expect(raw).rejects.toMatchObject({ code: "already_exists" });
  });

  test("a fault that the work caught does not hide the work's own error", async () => {
    const bug = new Error("a bug after a caught fault");
    const attempt = tenantRead(member, null, async (db) => {
      await db.rows(sql`select 'x'::uuid`).catch(() => {});
      throw bug;
    });
    await expect(attempt).rejects.toBe(bug);
  });

  test.each([
    ["23505", "already_exists", () => create("Taken")],
    [
      "23503",
      "conflict",
      () =>
        tenantWrite(member, null, "test", (db) =>
          db.account.create({ data: { tenantId: tenant.id, name: "Odd", currency: "XXQ" } }),
        ),
    ],
    ["22P02", "validation_error", () => tenantRead(member, null, (db) => db.rows(sql`select 'x'::uuid`))],
    ["22003", "validation_error", () => tenantRead(member, null, (db) => db.rows(sql`select 2147483648::int8::int4`))],
    [
      "P2025",
      "not_found",
      () => tenantRead(member, null, (db) => db.account.findFirstOrThrow({ where: { id: foreignId } })),
    ],
  ])("%s is answered as %s", async (_state, code, work) => {
    await expect(work()).rejects.toMatchObject({ code });
  });

  test("a statement that takes too long is answered as unavailable", async () => {
    const slow = tenantWrite(member, null, "test", async (db) => {
      await db.rows(sql`select set_config('statement_timeout', '20', true)`);
      await db.rows(sql`select pg_sleep(5)`);
    });
    await expect(slow).rejects.toMatchObject({ code: "unavailable" });
  });

  test("what a policy or grant refuses is a bug, and stays one", async () => {
    const forged = sql`insert into accounts (tenant_id, name, currency) values (${other.id}::uuid, 'x', 'EUR')`;
    for (const query of [forged, sql`select * from user_credentials`]) {
      const error: unknown = await tenantWrite(member, null, "test", (db) => db.rows(query)).catch((e: unknown) => e);
      expect(error).not.toBeInstanceOf(AppError);
      expect(faultOf(error, null)?.code).toBe("42501");
    }
  });

  // The scope remembers the fault itself; these look at what Prisma makes of it.
  test("the SQLSTATE is found in every shape, without the scope's help", async () => {
    const codeOf = async (work: Promise<unknown>) => {
      const error: unknown = await work.then(
        () => null,
        (e: unknown) => e,
      );
      const cause = error instanceof AppError ? error.cause : error;
      return faultOf(cause, null)?.code;
    };
    expect(await codeOf(create("Taken"))).toBe("23505");
    expect(await codeOf(tenantWrite(member, null, "test", (db) => db.rows(sql`select 1 / 0`)))).toBe("22012");
    expect(await codeOf(tenantRead(member, null, (db) => db.rows(sql`select 1 / 0`)))).toBe("22012");
    const ended = { ...member, sessionId: "00000000-0000-4000-8000-000000000000" };
    expect(await codeOf(tenantRead(ended, null, accountIds))).toBe("BH001");
    expect(await codeOf(tenantWrite(ended, null, "test", accountIds))).toBe("BH001");
    expect(await codeOf(tenantWrite(ended, null, "test", (db) => db.rows(sql`select 1`)))).toBe("BH001");
  });
});
