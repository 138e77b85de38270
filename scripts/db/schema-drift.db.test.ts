import pg from "pg";
import { expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { schemaDrift } from "./schema-drift";

const database = databaseOfThisFile();

test("schema.prisma and the migrated database agree, and a difference would be seen", async () => {
  expect(await schemaDrift(database().ownerUrl)).toEqual([]);

  const owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  await owner.query(
    "alter table tenants add column surplus int; alter table users alter column created_at drop default",
  );
  await owner.end();
  expect(await schemaDrift(database().ownerUrl)).toEqual([
    'ALTER TABLE "tenants" DROP COLUMN "surplus";',
    expect.stringContaining('ALTER TABLE "users" ALTER COLUMN "created_at" SET DEFAULT CURRENT_TIMESTAMP;'),
  ]);
});
