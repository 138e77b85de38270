import { afterEach, expect, test } from "vitest";
import { closeDoors } from "@/lib/tenant-db";
import { Door } from "@/lib/tenant-db/door";
import { useDoors } from "@/lib/tenant-db/pools";
import { databaseOfThisFile } from "@/lib/testing/database";
import { GET as ready } from "./ready/route";
import { GET as alive } from "./route";

const database = databaseOfThisFile();
const door = (role: "tenant" | "platform", url: string) =>
  new Door({ role, url, poolMin: 0, poolMax: 1, namedStatements: true });
const NOBODY = "postgresql://tenant_user@127.0.0.1:1/none";

afterEach(closeDoors);

test("ready while both roles reach the database", async () => {
  useDoors({ tenant: door("tenant", database().tenantUrl), platform: door("platform", database().platformUrl) });
  const answer = await ready();
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ready" }]);
});

test("not ready without the database, but alive", async () => {
  useDoors({ tenant: door("tenant", database().tenantUrl), platform: door("platform", NOBODY) });
  expect((await ready()).status).toBe(503);
  expect((await alive()).status).toBe(200);
});
