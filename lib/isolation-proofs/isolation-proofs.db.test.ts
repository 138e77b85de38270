import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { platformRead, sql, tenantRead } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import { runScript } from "@/lib/testing/command";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { type Prover, startProver } from "@/scripts/start/prover";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;
let tenant: TestTenant;
let prover: Prover | null = null;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
  tenant = await createTenant(database());
});
afterEach(async () => {
  await prover?.stop();
  prover = null;
});

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const isThere = async () => (await api("GET", "isolation_prover")).body.is_there;

async function waitForProver(): Promise<void> {
  prover = startProver({ ownerUrl: database().ownerUrl, lookEveryMs: 200 });
  await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
}

/** Asks for a proof and waits until it is over. */
async function proved() {
  const asked = await api("POST", "isolation_proof", {});
  expect(asked.status, asked.text).toBe(202);
  expect(asked.body).toMatchObject({ status: "requested", source: "page", requested_by: admin.userId });
  const read = async () => (await api("GET", `isolation_proof?id=${asked.body.id}`)).body;
  await expect
    .poll(async () => (await read()).status, { timeout: 150_000, interval: 200 })
    .toMatch(/held|broken|unproven/);
  return read();
}

const tenantCount = async () =>
  (await asOwner<{ n: number }>(database(), "select count(*)::int as n from tenants"))[0]?.n;

describe("a proof that the page asks for", { timeout: 400_000 }, () => {
  test("is made by the process that has the owner's login, and shows every table × identity × command", async () => {
    await waitForProver();
    const before = await tenantCount();
    const proof = await proved();
    expect(proof).toMatchObject({
      status: "held",
      requested_by_label: "Petra Platform",
      wrong_count: 0,
      finding_count: 0,
      problem: null,
      wrong_attempts: [],
      findings: [],
    });
    expect(proof.duration_ms).toBeGreaterThan(0);
    const [server] = await asOwner<{ v: string }>(database(), "select current_setting('server_version') as v");
    expect(proof.postgres_version).toBe(server?.v);
    const cell = (identity: string, command: string) =>
      proof.cells.find(
        (one: Record<string, unknown>) =>
          one.table === "accounts" && one.identity === identity && one.command === command,
      );
    expect(cell("member", "select")).toMatchObject({ attempts: 2, reached: 1, refused: 1, wrong: 0 });
    // There was something to see on either side.
    expect(cell("member", "select").rows_there).toBe(6);
    expect(cell("no context", "select")).toMatchObject({ reached: 0, refused: 2, rows_there: 6 });
    const attempts = proof.cells.reduce((sum: number, one: { attempts: number }) => sum + one.attempts, 0);
    expect(attempts).toBe(proof.attempt_count);
    expect(await tenantCount()).toBe(before);
    const { attempts: ofTable } = (await api("GET", `isolation_proof?id=${proof.id}&table=accounts`)).body;
    expect(ofTable).toContainEqual({
      table: "accounts",
      identity: "member",
      target: "other tenant",
      command: "select",
      rows_there: 3,
      expected: "refused",
      outcome: "refused",
      detail: "0 rows",
    });
  });

  test("is red where a policy was weakened, and green again once it is mended", async () => {
    await waitForProver();
    const weaken = (condition: string) =>
      asOwner(database(), `alter policy tenant_select on payment_intents using (${condition})`);
    await weaken("true");
    try {
      const proof = await proved();
      expect(proof.status).toBe("broken");
      expect(proof.wrong_count).toBeGreaterThan(0);
      expect(proof.findings).toContainEqual({
        object: "payment_intents.tenant_select",
        problem: "lets rows be reached by true",
      });
      expect(proof.wrong_attempts).toContainEqual(
        expect.objectContaining({
          table: "payment_intents",
          identity: "member",
          target: "other tenant",
          command: "select",
          expected: "refused",
          outcome: "reached",
        }),
      );
      const red = proof.cells.filter(({ wrong }: { wrong: number }) => wrong > 0);
      expect(new Set(red.map(({ table }: { table: string }) => table))).toEqual(new Set(["payment_intents"]));
    } finally {
      await weaken("tenant_id = app.tenant_id()");
    }
    expect((await proved()).status).toBe("held");
  });

  test("gives way to whoever holds a table, and says that nothing was proved", async () => {
    await waitForProver();
    const { default: pg } = await import("pg");
    const holder = new pg.Client({ connectionString: database().ownerUrl });
    await holder.connect();
    try {
      await holder.query("begin; lock table documents in access exclusive mode");
      const proof = await proved();
      expect(proof).toMatchObject({ status: "unproven", problem: "Other work held a lock for too long: try again" });
      expect((await api("GET", `isolation_proof/report?id=${proof.id}`)).body).toMatchObject({ cells: [] });
    } finally {
      await holder.end();
    }
  });

  test("is one at a time, whoever asks, and is in the platform's log", async () => {
    await waitForProver();
    const answers = await Promise.all([1, 2, 3].map(() => api("POST", "isolation_proof", {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const { id } = answers.find(({ status }) => status === 202)?.body ?? {};
    await expect
      .poll(async () => (await api("GET", `isolation_proof?id=${id}`)).body.status, { timeout: 150_000 })
      .toBe("held");
    const { items } = (await api("GET", `audit_logs?record=${id}&action=insert`)).body;
    expect(items).toMatchObject([
      { table_name: "isolation_proofs", operation: "isolation_proofs.request", user_id: admin.userId, tenant: null },
    ]);
    expect(items[0].new_values).not.toHaveProperty("report");
  });

  test("can be downloaded with every attempt, by the API", async () => {
    const [latest] = (await api("GET", "isolation_proofs?status=held")).body.items;
    const { body, headers } = await api("GET", `isolation_proof/report?id=${latest.id}`);
    expect(headers.get("content-disposition")).toMatch(/attachment.*isolation-proof-.*\.json/);
    const report = typeof body === "string" ? JSON.parse(body) : body;
    expect(report.cells).toHaveLength(latest.attempt_count);
    expect(report).toMatchObject({ id: latest.id, status: "held", findings: [] });
  });
});

describe("without a process that could prove it", { timeout: 400_000 }, () => {
  test("a request is refused with the command to run", async () => {
    await expect.poll(isThere).toBe(false);
    const { status, body } = await api("POST", "isolation_proof", {});
    expect([status, body.detail]).toEqual([
      409,
      "Nobody is here who could prove it: run npm run prove:isolation on the server",
    ]);
  });

  test("the command's result is kept beside the others", async () => {
    const { code, stdout } = await runScript(database(), "prove-isolation.ts", []);
    expect(stdout).toContain("not as they should be: 0.");
    expect(code).toBe(0);
    const [latest] = (await api("GET", "isolation_proofs")).body.items;
    expect(latest).toMatchObject({
      status: "held",
      source: "command",
      requested_by: null,
      requested_by_label: expect.stringContaining("at the command line"),
    });
  });

  test("a run whose process died is called so by the next one", async () => {
    const [dead] = await asOwner<{ id: string }>(database(), "select app.begin_isolation_proof('died') as id");
    await waitForProver();
    await expect
      .poll(async () => (await api("GET", `isolation_proof?id=${dead?.id}`)).body, { timeout: 10_000 })
      .toMatchObject({ status: "unproven", problem: "The process that ran it ended before it was done" });
  });
});

test("runs are closed to everybody but platform admins, and nobody writes them past the functions", async () => {
  const asked = [
    ["GET", "isolation_proofs"],
    ["POST", "isolation_proof"],
    ["GET", "isolation_prover"],
  ] as const;
  for (const token of [await createMember(database(), tenant), await createKey(tenant)])
    for (const [method, address] of asked)
      expect((await api(method, address, method === "POST" ? {} : undefined, token)).status).toBe(403);
  const found = await asOwner(database(), "select id from isolation_proofs");
  expect(found.length).toBeGreaterThan(3);
  await expect(tenantRead(tenant.system, null, (db) => db.rows(sql`select id from isolation_proofs`))).rejects.toThrow(
    /permission denied/,
  );
  await expect(platformRead(admin, (db) => db.rows(sql`select app.begin_isolation_proof('forged')`))).rejects.toThrow(
    /permission denied/,
  );
});
