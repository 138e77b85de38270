import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { TEST_APP_SECRET } from "@/lib/testing/app-secret";
import { asOwner, createMember, createTenant, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { startThrowawayServer, type ThrowawayServer } from "@/lib/testing/server";
import { startWireProxy } from "@/lib/testing/wire-proxy";
import { migrate } from "@/scripts/db/migrate";
import { type DatabaseUrls, databaseUrls } from "@/scripts/db/urls";
import type { TestDatabase } from "../testing/database";
import type { WriteClient } from "./client";
import { Door, type WorkOptions } from "./door";
import { faultOf } from "./faults";
import { identity, sql } from "./index";
import { useDoors } from "./pools";

// A server of its own, since it is restarted.
let server: ThrowawayServer;
let database: TestDatabase;
let urls: DatabaseUrls;
let door: Door;
let tenant: TestTenant;

const openDoor = (url: string, poolMax = 6) =>
  new Door({ url, role: "tenant", poolMin: 0, poolMax, namedStatements: true });

beforeAll(async () => {
  server = await startThrowawayServer();
  await migrate(server.url, { secret: TEST_APP_SECRET });
  urls = databaseUrls(server.url, TEST_APP_SECRET, {});
  database = { ...urls, drop: async () => {} };
  door = openDoor(urls.tenantUrl);
  useDoors({ tenant: door });
  tenant = await createTenant(database);
});

afterAll(async () => {
  await door.close();
  await server.stop();
});

/** Leaves one row under a name of its own; nothing but the door keeps it from being written twice. */
const note = (db: WriteClient, token: string) =>
  db.import.create({
    data: { tenantId: tenant.id, resource: "payment_intents", source: "test", fileName: token },
    select: { id: true },
  });

async function notes(): Promise<Map<string, number>> {
  const rows = await asOwner<{ file_name: string; count: number }>(
    database,
    "select file_name, count(*)::int from imports group by 1",
  );
  return new Map(rows.map((row) => [row.file_name, row.count]));
}

const write = (work: (db: WriteClient) => Promise<unknown>, options: WorkOptions = {}) =>
  door.write(tenant.system, "test", work, options);

describe("conflicts", () => {
  /** Lets the first tries of both sides meet between their two halves. */
  function rendezvous() {
    let arrived = 0;
    let release = () => {};
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    return () => {
      arrived += 1;
      if (arrived >= 2) release();
      return both;
    };
  }

  test("a deadlock is tried again, and both sides succeed", async () => {
    const [first, second] = [(await makeAccount(tenant)).id, (await makeAccount(tenant)).id];
    const meet = rendezvous();
    let tries = 0;
    const touchBoth = (ids: string[], name: string) =>
      write(async (db) => {
        tries += 1;
        for (const id of ids) {
          await db.account.updateMany({ where: { id }, data: { displayName: name } });
          await meet();
        }
      });
    await Promise.all([touchBoth([first, second], "A"), touchBoth([second, first], "B")]);
    expect(tries).toBe(3);
    const names = await asOwner<{ display_name: string }>(
      database,
      "select distinct display_name from accounts where id = any ($1)",
      [[first, second]],
    );
    expect(names).toHaveLength(1);
  });

  test("a serialization failure is tried again, and no update is lost", async () => {
    await asOwner(
      database,
      "alter role tenant_user in database postgres set default_transaction_isolation = serializable",
    );
    const strict = openDoor(urls.tenantUrl);
    try {
      const { id } = await makeAccount(tenant);
      await asOwner(database, "update accounts set display_name = '0' where id = $1", [id]);
      const meet = rendezvous();
      let tries = 0;
      const increment = () =>
        strict.write(
          tenant.system,
          "test",
          async (db) => {
            tries += 1;
            const { displayName } = await db.account.findFirstOrThrow({ where: { id }, select: { displayName: true } });
            await meet();
            await db.account.updateMany({ where: { id }, data: { displayName: String(Number(displayName) + 1) } });
          },
          {},
        );
      await Promise.all([increment(), increment()]);
      expect(tries).toBe(3);
      expect(await asOwner(database, "select display_name from accounts where id = $1", [id])).toEqual([
        { display_name: "2" },
      ]);
    } finally {
      await strict.close();
      await asOwner(database, "alter role tenant_user in database postgres reset default_transaction_isolation");
    }
  });

  test.each([
    ["22012", "select 1 / 0"],
    ["23502", "insert into accounts (tenant_id) values (app.tenant_id())"],
    ["23514", "insert into accounts (tenant_id, name, currency) values (app.tenant_id(), ' ', 'EUR')"],
    ["42501", "select * from user_credentials"],
    ["42P01", "select * from nowhere"],
    ["P0001", "do $$ begin raise 'no'; end $$"],
  ])("%s is never tried again", async (code, text) => {
    for (const idempotent of [false, true]) {
      let tries = 0;
      const failing = write(
        (db) => {
          tries += 1;
          return db.rows(sql([text]));
        },
        { idempotent },
      );
      const error: unknown = await failing.catch((e: unknown) => e);
      expect(faultOf(error instanceof AppError ? error.cause : error, null)?.code).toBe(code);
      expect(tries).toBe(1);
    }
  });
});

describe("a connection that is lost", () => {
  test("before COMMIT was sent is tried again, and leaves one row", async () => {
    const token = randomUUID();
    let tries = 0;
    await write(async (db) => {
      tries += 1;
      await note(db, token);
      if (tries === 1)
        await asOwner(
          database,
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tenant_user' and state like 'idle in%'",
        );
      await db.account.count();
    });
    expect(tries).toBe(2);
    expect((await notes()).get(token)).toBe(1);
  });

  test("after COMMIT leaves the outcome open: it is told so and not tried again, unless that does no harm", async () => {
    const proxy = await startWireProxy(urls.tenantUrl);
    const behind = openDoor(proxy.url, 1);
    try {
      for (const [idempotent, expectedTries] of [
        [false, 1],
        [true, 2],
      ] as const) {
        const token = randomUUID();
        let tries = 0;
        proxy.cutAfterCommit();
        const attempt = behind.write(
          tenant.system,
          "test",
          (db) => {
            tries += 1;
            return note(db, token);
          },
          { idempotent },
        );
        if (idempotent) await attempt;
        else await expect(attempt).rejects.toMatchObject({ code: "unavailable" });
        expect(tries).toBe(expectedTries);
        expect((await notes()).get(token)).toBe(expectedTries);
      }
    } finally {
      await behind.close();
      await proxy.close();
    }
  });

  test("by a statement that was cancelled is no outage: it is not tried again", async () => {
    let tries = 0;
    const slow = write(async (db) => {
      tries += 1;
      await db.rows(sql`select set_config('statement_timeout', '10', true)`);
      await db.rows(sql`select pg_sleep(5)`);
    });
    await expect(slow).rejects.toMatchObject({ code: "unavailable" });
    expect(tries).toBe(1);
  });
});

describe("a server that is not there", () => {
  test("is answered as unavailable in every way in, within the budget", async () => {
    const gone = openDoor(urls.tenantUrl.replace(/:\d+\//, ":1/"));
    const startedAt = performance.now();
    try {
      const attempts = [
        gone.read(tenant.system, "test", (db) => db.account.count()),
        gone.read(tenant.system, "test", (db) => db.rows(sql`select 1`)),
        gone.write(tenant.system, "test", (db) => db.account.count(), {}),
        gone.write(tenant.system, "test", (db) => db.rows(sql`select 1`), {}),
      ];
      for (const result of await Promise.allSettled(attempts)) {
        const error: unknown = result.status === "rejected" ? result.reason : null;
        expect(error).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: expect.any(Number) });
        expect(faultOf(error instanceof AppError ? error.cause : null, null)?.code).toMatch(/^ECONNREFUSED$|^lost$/);
      }
      expect(performance.now() - startedAt).toBeLessThan(6000);
    } finally {
      await gone.close();
    }
  });
});

describe("PostgreSQL restarted under load", () => {
  test("costs no read an error and doubles no write", { timeout: 120_000 }, async () => {
    const member = await createMember(database, tenant);
    const acknowledged: string[] = [];
    const unknown: string[] = [];
    const failures: unknown[] = [];
    let reads = 0;
    let isOver = false;

    const reader = async (read: () => Promise<unknown>) => {
      while (!isOver) {
        await read().then(
          () => {
            reads += 1;
          },
          (error: unknown) => failures.push(error),
        );
      }
    };
    const writer = async () => {
      while (!isOver) {
        const token = randomUUID();
        await write(async (db) => {
          await note(db, token);
          await db.account.count();
        }).then(
          () => acknowledged.push(token),
          (error: unknown) => {
            // The answer to COMMIT was lost: whether it happened is not known, and the caller is told so.
            if (error instanceof AppError && error.code === "unavailable") unknown.push(token);
            else failures.push(error);
          },
        );
      }
    };
    const load = Promise.all([
      reader(() => door.read(member, "test", (db) => db.account.findMany({ select: { id: true } }))),
      reader(() => door.read(member, "test", (db) => db.rows(sql`select id from accounts`))),
      reader(() => identity.findSessionPerson(member.sessionId)),
      reader(() => door.write(member, "test", (db) => db.account.count(), { idempotent: true })),
      writer(),
      writer(),
      writer(),
    ]);
    const before: number[] = [];
    for (const mode of ["fast", "immediate", "fast"] as const) {
      before.push(reads);
      while (reads < (before.at(-1) ?? 0) + 200 && failures.length === 0)
        await new Promise((resolve) => setImmediate(resolve));
      await server.restart(mode);
    }
    const afterwards = reads;
    while (reads < afterwards + 200 && failures.length === 0) await new Promise((resolve) => setImmediate(resolve));
    isOver = true;
    await load;

    expect(failures).toEqual([]);
    const stored = await notes();
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((token) => stored.get(token) !== 1)).toEqual([]);
    expect(unknown.filter((token) => (stored.get(token) ?? 0) > 1)).toEqual([]);
  });
});
