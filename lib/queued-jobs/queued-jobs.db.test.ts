import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { JOB_HANDLERS } from "@/lib/jobs/tasks";
import { startWorker } from "@/lib/jobs/worker";
import { addJob, platformRead, platformWrite, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { failedJobOf } from "@/lib/testing/system";

const database = doorsOfThisFile();
let tenant: TestTenant;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  admin = await createPlatformAdmin(database());
});
afterEach(() => vi.restoreAllMocks());

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const REASON = "Ticket 4711";
const retry = (id: string, token?: ApiCall["token"]) => api("POST", "job/retry", { id, reason: REASON }, token);
const remove = (id: string, token?: ApiCall["token"]) =>
  api("DELETE", `job?id=${id}&reason=${encodeURIComponent(REASON)}`, undefined, token);
const jobsOf = async (query: string) => (await api("GET", `jobs?${query}`)).body.items;
const exists = async (id: string) =>
  (await asOwner(database(), "select 1 from graphile_worker._private_jobs where id = app.job_number($1::uuid)", [id]))
    .length === 1;

describe("a job that fails", () => {
  test("is seen with its error, and runs once it is retried", async () => {
    const ping = vi.spyOn(JOB_HANDLERS, "jobs.ping").mockRejectedValue(new Error("No route to anna.smith@example.com"));
    const worker = await startWorker({ connectionString: database().jobsUrl, pollIntervalMs: 50, withCrontab: false });
    try {
      await tenantWrite(tenant.system, null, "test.jobs", (db) =>
        addJob(db, "jobs.ping", {}, { maxAttempts: 1, key: "failing" }),
      );
      const failed = () => jobsOf(`state=failed&task=jobs.ping&tenant=${tenant.id}`);
      await expect.poll(failed, { timeout: 10_000 }).toHaveLength(1);
      const [job] = await failed();
      expect(job).toMatchObject({
        tenant: { id: tenant.id, slug: tenant.slug },
        attempts: 1,
        max_attempts: 1,
        last_error: expect.stringContaining("No route to a•••@example.com"),
        started_at: null,
      });
      ping.mockReset().mockResolvedValue();
      expect((await retry(job.id)).body).toEqual({ id: job.id, retried: true });
      await vi.waitFor(() => expect(ping).toHaveBeenCalledWith({ tenant_id: tenant.id }));
      await expect.poll(() => exists(job.id)).toBe(false);
      expect((await retry(job.id)).status).toBe(404);
    } finally {
      await worker.stop();
    }
  });

  test("shows the ids of what it is about, and nothing else of its payload", async () => {
    await asOwner(
      database(),
      `select graphile_worker.add_job('passwords.send_reset', '{"reset_id": "0190a000-0000-7000-8000-0000000000aa",
        "mail_id": "0190a000-0000-7000-8000-0000000000bb", "tenant_id": null}', run_at => '2100-01-01')`,
    );
    const { text, body } = await api("GET", "jobs?task=passwords.send_reset");
    expect(body.items).toMatchObject([
      { state: "planned", tenant: null, subject: { mail_id: "0190a000-0000-7000-8000-0000000000bb" } },
    ]);
    expect(text).not.toContain("0000000000aa");
  });
});

describe("what an admin does to a job", () => {
  test("is in the log of its tenant, with who and why", async () => {
    const customer = await createTenant(database());
    const owner = await createMember(database(), customer);
    const id = await failedJobOf(customer, "Error: secret of ours");
    await retry(id);
    expect((await remove(id)).body).toEqual({ id, removed: true });
    expect(await exists(id)).toBe(false);
    const { body, text } = await callApi("GET", `/api/v1/audit_logs?record=${id}`, { token: owner });
    const entry = { table_name: "jobs", actor_kind: "platform_admin", actor_label: "Petra Platform", reason: REASON };
    expect(body.items).toMatchObject([
      { ...entry, action: "delete", operation: "jobs.remove", old_values: { task: "jobs.ping", state: "waiting" } },
      {
        ...entry,
        action: "update",
        operation: "jobs.retry",
        old_values: { state: "failed", attempts: 25 },
        new_values: { state: "waiting", attempts: 0 },
      },
    ]);
    // What went wrong inside is the platform's matter.
    expect(text).not.toContain("secret of ours");
    const others = await createMember(database(), tenant);
    expect((await callApi("GET", `/api/v1/audit_logs?record=${id}`, { token: others })).body.items).toEqual([]);
  });

  test("needs a reason and a job that is there; bad input names its field", async () => {
    const id = await failedJobOf(tenant);
    const fields = ({ body }: Awaited<ReturnType<typeof api>>) =>
      body.detail.map(({ loc }: { loc: string[] }) => loc.at(-1));
    expect(fields(await api("POST", "job/retry", { id }))).toEqual(["reason"]);
    expect(fields(await api("POST", "job/retry", { id: "7", reason: " " }))).toEqual(["id", "reason"]);
    expect(fields(await api("DELETE", `job?id=${id}`))).toEqual(["reason"]);
    expect(fields(await api("GET", "jobs?state=lost"))).toEqual(["state"]);
    for (const unknown of [tenant.id, "00000000-0000-8000-8000-ffffffffffff"]) {
      expect((await retry(unknown)).status).toBe(404);
      expect((await remove(unknown)).status).toBe(404);
    }
    expect(await exists(id)).toBe(true);
  });

  test("waits for one that runs, and retries none that waits already", async () => {
    const id = await failedJobOf(tenant);
    await asOwner(
      database(),
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = app.job_number($1::uuid)",
      [id],
    );
    expect(await jobsOf(`state=running&tenant=${tenant.id}`)).toMatchObject([{ id, started_at: expect.any(String) }]);
    for (const answer of [await retry(id), await remove(id)])
      expect([answer.status, answer.body.detail]).toEqual([409, "This job is running at this moment"]);
    await asOwner(database(), "update graphile_worker._private_jobs set locked_at = null, locked_by = null");
    // Two admins at once: one does it.
    const answers = await Promise.all([retry(id), retry(id), retry(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const removals = await Promise.all([remove(id), remove(id)]);
    expect(removals.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test("can be done to all failed jobs of one task at once, each with its own entry", async () => {
    const [one, other] = [await createTenant(database()), await createTenant(database())];
    const ids = [await failedJobOf(one), await failedJobOf(one), await failedJobOf(other)];
    const kept = await failedJobOf(one, "Error: other task", "jobs.other");
    const answers = await Promise.all(
      [1, 2].map(() => api("POST", "jobs/retry", { task: "jobs.ping", reason: REASON })),
    );
    const counts = answers.map(({ body }) => body.retried);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(3);
    expect(Math.min(...counts)).toBe(0);
    expect(
      (await jobsOf(`tenant=${one.id},${other.id}&state=waiting`)).map(({ id }: { id: string }) => id).sort(),
    ).toEqual(ids.toSorted());
    expect(await jobsOf(`tenant=${one.id}&state=failed`)).toMatchObject([{ id: kept }]);
    const logged = await asOwner(database(), "select 1 from audit_logs where table_name = 'jobs' and tenant_id = $1", [
      one.id,
    ]);
    expect(logged).toHaveLength(2);
    await api("POST", "jobs/retry", { reason: REASON });
    expect(await jobsOf("state=failed")).toEqual([]);
  });
});

describe("the queue", () => {
  test("is paged and ordered like every list", async () => {
    const customer = await createTenant(database());
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await failedJobOf(customer));
    const list = async (query: string) => (await api("GET", `jobs?tenant=${customer.id}&${query}`)).body;
    expect((await list("")).items.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    expect((await list("sort=run_at")).total).toBe(3);
    const { items, next_cursor } = await list("sort=-created&size=25");
    expect([items.length, next_cursor]).toEqual([3, null]);
  });

  test("is closed to everybody else, over the API and in SQL", async () => {
    const id = await failedJobOf(tenant);
    for (const token of [await createMember(database(), tenant), await createKey(tenant)]) {
      expect((await api("GET", "jobs", undefined, token)).status).toBe(403);
      expect((await retry(id, token)).status).toBe(403);
      expect((await remove(id, token)).status).toBe(403);
    }
    expect(await exists(id)).toBe(true);
    const asTenant = tenantRead(tenant.system, null, (db) => db.rows(sql`select * from app.queued_jobs()`));
    await expect(asTenant).rejects.toThrow(/permission denied/);
    const direct = platformRead(admin, (db) => db.rows(sql`select * from graphile_worker._private_jobs`));
    await expect(direct).rejects.toThrow(/permission denied/);
    // The platform's own login without a checked session, and one whose context was tampered with.
    const tampered = platformWrite(admin, "test", async (db) => {
      await db.rows(sql`select set_config('app.platform_user_id', ${tenant.id}, true)`);
      await db.rows(sql`select app.remove_job(${id}::uuid)`);
    });
    await expect(tampered).rejects.toThrow(/only a checked platform admin/);
    expect(await exists(id)).toBe(true);
  });
});
