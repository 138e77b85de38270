import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "@/scripts/ports";
import { OWNER_NAME, PostgresServer } from "./postgres-server";
import { canLogIn } from "./roles";

let folder: string;
const started: PostgresServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-server-"));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop("immediate");
  rmSync(folder, { recursive: true, force: true });
});

function serverWith(ownerPassword: string): PostgresServer {
  const server = new PostgresServer({
    dataDir: path.join(folder, "data"),
    logFile: path.join(folder, "postgres.log"),
    ownerPassword,
    throwaway: true,
  });
  started.push(server);
  return server;
}

const urlOf = (port: number, password: string, host = "127.0.0.1") =>
  `postgresql://${OWNER_NAME}:${password}@${host}:${port}/postgres`;

async function count(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create table if not exists ${table} (id int)`);
    return (await client.query(`insert into ${table} values (1) returning (select count(*)::int from ${table})`))
      .rows[0].count;
  } finally {
    await client.end();
  }
}

test("it asks for the password, keeps its rows over a crash, and starts past a stale lock file", async () => {
  const server = serverWith("right");
  await server.initialise();
  const port = await server.start(await freePort());
  expect(await canLogIn(urlOf(port, "wrong"))).toBe(false);
  expect(await count(urlOf(port, "right"), "kept")).toBe(0);

  await server.stop("immediate");
  // The lock file of a killed server, whose process id now belongs to somebody else.
  writeFileSync(
    path.join(folder, "data", "postmaster.pid"),
    `${process.pid}\n${folder}/data\n1\n${port}\n\n\n\nready\n`,
  );
  expect(await server.start(port)).toBe(port);
  expect(await count(urlOf(port, "right"), "kept")).toBe(1);
});

test("a running server is joined, not started twice", async () => {
  const first = serverWith("right");
  await first.initialise();
  const port = await first.start(null);
  expect(await serverWith("right").start(null)).toBe(port);
});

test("a port that is taken is passed over", async () => {
  const other = serverWith("right");
  await other.initialise();
  const taken = await other.start(null);
  const second = new PostgresServer({
    dataDir: path.join(folder, "second"),
    logFile: path.join(folder, "second.log"),
    ownerPassword: "right",
    throwaway: true,
  });
  started.push(second);
  await second.initialise();
  expect(await second.start(taken)).not.toBe(taken);
});

test("a half-made folder is set aside and made anew", async () => {
  mkdirSync(path.join(folder, "data", "base"), { recursive: true });
  const server = serverWith("right");
  await server.initialise();
  expect(await canLogIn(urlOf(await server.start(null), "right"))).toBe(true);
  expect(readdirSync(folder).some((name) => name.startsWith("data.broken-"))).toBe(true);
});

test("a lost password is set anew without losing rows", async () => {
  const before = serverWith("old");
  await before.initialise();
  expect(await count(urlOf(await before.start(null), "old"), "kept")).toBe(0);
  await before.stop();
  expect(existsSync(path.join(folder, "data", "postmaster.pid"))).toBe(false);

  const after = serverWith("new");
  await after.resetOwnerPassword();
  expect(await count(urlOf(await after.start(null), "new"), "kept")).toBe(1);
});
