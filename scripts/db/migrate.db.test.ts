import { createHash } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { describeCatalogue } from "./catalogue";
import { migrate, migrationStatus, rollback } from "./migrate";
import { type Migration, readMigrations } from "./migration-files";

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

function migration(name: string, up: string, down: string): Migration {
  const script = (sql: string) => ({ sql, inTransaction: !sql.startsWith("-- no transaction") });
  return { name, up: script(up), down: script(down), checksum: createHash("sha256").update(up).digest("hex") };
}

const FIRST = migration("20260101000000_first", "create table first (id int);", "drop table first;");
const SECOND = migration("20260102000000_second", "create table second (id int);", "drop table second;");

const up = (migrations: Migration[]) => migrate(database.ownerUrl, { secret: null, migrations });
const down = (migrations: Migration[], steps: number) =>
  rollback(database.ownerUrl, steps, { secret: null, migrations });
const tableExists = async (name: string) =>
  (await owner.query("select to_regclass($1) is not null as found", [name])).rows[0].found;

describe("the project's migrations", () => {
  test("each goes up, down without a trace, and up again to the same schema", async () => {
    const all = readMigrations();
    expect(all.length).toBeGreaterThan(0);
    for (const [index] of all.entries()) {
      const sofar = all.slice(0, index + 1);
      const before = await describeCatalogue(owner);
      await up(sofar);
      const applied = await describeCatalogue(owner);
      expect(applied).not.toEqual(before);
      await down(sofar, 1);
      expect(await describeCatalogue(owner)).toEqual(before);
      await up(sofar);
      expect(await describeCatalogue(owner)).toEqual(applied);
    }
    // Each migration adds its own three steps.
  }, 180_000);

  test("all go down together and up again", async () => {
    const empty = await describeCatalogue(owner);
    await up(readMigrations());
    const applied = await describeCatalogue(owner);
    await down(readMigrations(), 1000);
    expect(await describeCatalogue(owner)).toEqual(empty);
    await up(readMigrations());
    expect(await describeCatalogue(owner)).toEqual(applied);
  });

  test("an owner who is no superuser can apply and undo them", async () => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const role = `${name}_owner`;
    await owner.query(`create role ${role} login createrole password 'owner'`);
    try {
      await owner.query(`alter database ${name} owner to ${role}`);
      // As an installation does whose roles were made by somebody else.
      await owner.query(`grant bulkhead_definer, tenant_user, platform_admin to ${role} with admin option`);
      const url = new URL(database.ownerUrl);
      url.username = role;
      url.password = "owner";
      const applied = await migrate(url.toString(), { secret: null });
      expect(applied).toHaveLength(readMigrations().length);
      await rollback(url.toString(), 1000, { secret: null });
    } finally {
      await owner.query(`reassign owned by ${role} to current_user`);
      await owner.query(`drop owned by ${role}`);
      await owner.query(`alter database ${name} owner to current_user`);
      await owner.query(`drop role ${role}`);
    }
  });
});

describe("the runner", () => {
  test("applies what is pending, once, and says so", async () => {
    expect(await up([FIRST])).toEqual([FIRST.name]);
    expect(await up([FIRST, SECOND])).toEqual([SECOND.name]);
    expect(await up([FIRST, SECOND])).toEqual([]);
    const status = await migrationStatus(database.ownerUrl, [FIRST, SECOND]);
    expect(status.every(({ appliedAt }) => appliedAt instanceof Date)).toBe(true);
  });

  test("a migration that fails leaves nothing, names the line, and can be run again", async () => {
    const broken = migration("20260103000000_broken", "create table third (id int);\n\nselect nonsense;", "select 1;");
    await expect(up([FIRST, broken])).rejects.toThrow(/20260103000000_broken\/migration\.sql:3: column "nonsense"/);
    expect(await tableExists("third")).toBe(false);
    const repaired = migration(broken.name, "create table third (id int);", "drop table third;");
    expect(await up([FIRST, repaired])).toEqual([broken.name]);
  });

  test("rollback undoes the newest only", async () => {
    await up([FIRST, SECOND]);
    expect(await down([FIRST, SECOND], 1)).toEqual([SECOND.name]);
    expect([await tableExists("first"), await tableExists("second")]).toEqual([true, false]);
  });

  test("an applied file that was edited is refused", async () => {
    await up([FIRST]);
    await expect(up([{ ...FIRST, checksum: "another" }, SECOND])).rejects.toThrow(
      /first was edited after it was applied/,
    );
    expect(await tableExists("second")).toBe(false);
  });

  test("an applied migration whose folder is gone is refused", async () => {
    await up([FIRST, SECOND]);
    await expect(up([FIRST])).rejects.toThrow(/has the migration 20260102000000_second, but/);
    await expect(down([FIRST], 1)).rejects.toThrow(/no such folder/);
  });

  test("a migration that is older than an applied one is refused", async () => {
    await up([SECOND]);
    await expect(up([FIRST, SECOND])).rejects.toThrow(/first is older than 20260102000000_second/);
  });

  test("statements that PostgreSQL allows outside transactions only can be migrated", async () => {
    const outside = migration(
      "20260103000000_outside",
      "-- no transaction\ncreate index concurrently a on first (id);\n-- next\ncreate index concurrently b on first (id);",
      "-- no transaction\ndrop index concurrently a;\n-- next\ndrop index concurrently b;",
    );
    await up([FIRST, outside]);
    expect([await tableExists("a"), await tableExists("b")]).toEqual([true, true]);
    await down([FIRST, outside], 1);
    expect([await tableExists("a"), await tableExists("b")]).toEqual([false, false]);
  });

  test("one that stopped halfway outside a transaction is not passed over", async () => {
    const halfway = migration(
      "20260103000000_halfway",
      "-- no transaction\nselect 1;\n-- next\nselect nonsense;",
      "select 1;",
    );
    await expect(up([FIRST, halfway])).rejects.toThrow(/nonsense/);
    await expect(up([FIRST, halfway])).rejects.toThrow(/halfway stopped halfway/);
  });

  test("runs at the same time on one database follow each other", async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => up([FIRST, SECOND])));
    expect(results.flat().toSorted()).toEqual([FIRST.name, SECOND.name]);
  });

  test("the bookkeeping is laid out as Prisma's", async () => {
    await up([FIRST]);
    const { rows } = await owner.query(
      `select migration_name, checksum, finished_at >= started_at as finished, logs, rolled_back_at, applied_steps_count
       from _prisma_migrations`,
    );
    expect(rows).toEqual([
      {
        migration_name: FIRST.name,
        checksum: FIRST.checksum,
        finished: true,
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      },
    ]);
  });
});
