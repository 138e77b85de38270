import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/db/migrate";
import { TEST_APP_SECRET } from "./app-secret";
import { administer, withDatabaseName } from "./database";
import { startThrowawayServer } from "./server";

/**
 * Before the database tests: a server (that of TEST_DATABASE_URL, or a throw-away one) and one migrated database on it,
 * of which each test file gets a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startThrowawayServer();
  const url = given ?? server?.url ?? "";
  const template = `bulkhead_template_${randomBytes(6).toString("hex")}`;
  try {
    await administer(url, `create database ${template}`);
    await migrate(withDatabaseName(url, template), { secret: TEST_APP_SECRET });
  } catch (error) {
    await server?.stop();
    throw error;
  }
  project.provide("testServer", { url, template });
  return async () => {
    if (server) await server.stop();
    else await administer(url, `drop database if exists ${template} with (force)`);
  };
}
