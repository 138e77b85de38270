import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type DatabaseUrls, databaseUrls } from "@/scripts/db/urls";
import { TEST_APP_SECRET } from "./app-secret";

declare module "vitest" {
  interface ProvidedContext {
    /** Owner's connection string of the test server, and the migrated database that test databases are copies of. */
    testServer: { url: string; template: string };
  }
}

export interface TestDatabase extends DatabaseUrls {
  drop(): Promise<void>;
}

interface TestDatabaseOptions {
  /** False: without the migrations, to test them. */
  migrated?: boolean;
}

/** Makes a database of its own: migrated, and without rows besides the reference data. */
export async function createTestDatabase({ migrated = true }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { url, template } = inject("testServer");
  const name = `bulkhead_test_${randomBytes(6).toString("hex")}`;
  await administer(url, `create database ${name} template ${migrated ? template : "template0"}`);
  return {
    ...databaseUrls(withDatabaseName(url, name), TEST_APP_SECRET, {}),
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

/** One database for the tests of a file: call it at the top, and the result within tests and hooks. */
export function databaseOfThisFile(options?: TestDatabaseOptions): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase(options);
  });
  afterAll(async () => {
    await database?.drop();
  });
  return () => {
    if (!database) throw new Error("The database exists within tests and hooks only");
    return database;
  };
}

/** The same server and login, another database. */
export function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** Runs one statement as the owner of the server; a template that is just being copied is waited for. */
export async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        const isBusy = error instanceof pg.DatabaseError && error.code === "55006";
        if (!isBusy || attempt === 50) throw error;
        await sleep(100);
      }
    }
  } finally {
    await client.end();
  }
}
