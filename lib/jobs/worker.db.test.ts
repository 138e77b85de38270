import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addJob, sql, tenantRead, tenantWrite, type WriteClient } from "@/lib/tenant-db";
import { asOwner, createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { JOB_HANDLERS } from "./tasks";
import { startWorker } from "./worker";

const database = doorsOfThisFile();
const ping = vi.spyOn(JOB_HANDLERS, "jobs.ping");
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  worker = await startWorker({ connectionString: database().jobsUrl, pollIntervalMs: 50, withCrontab: false });
});
afterAll(() => worker.stop());

test("a job runs after its transaction has committed, with the tenant of that transaction", async () => {
  const tenant = await createTenant(database());
  await tenantWrite(tenant.system, null, "test.jobs", (db) => addJob(db, "jobs.ping", {}));
  await vi.waitFor(() => expect(ping).toHaveBeenCalledWith({ tenant_id: tenant.id }));
});

test("a job of a transaction that is rolled back never exists", async () => {
  const tenant = await createTenant(database());
  const work = tenantWrite(tenant.system, null, "test.jobs", async (db) => {
    await addJob(db, "jobs.ping", {}, { runAt: new Date("2100-01-01") });
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  const jobs = await asOwner(
    database(),
    "select 1 from graphile_worker._private_jobs where payload ->> 'tenant_id' = $1",
    [tenant.id],
  );
  expect(jobs).toEqual([]);
});

test("a key replaces a waiting job of the same tenant, and never that of another one", async () => {
  const [one, other] = [await createTenant(database()), await createTenant(database())];
  for (const tenant of [one, one, other]) {
    await tenantWrite(tenant.system, null, "test.jobs", (db) =>
      addJob(db, "jobs.ping", {}, { key: "same", runAt: new Date("2100-01-01") }),
    );
  }
  const jobs = await asOwner<{ tenant: string }>(
    database(),
    "select payload ->> 'tenant_id' as tenant from graphile_worker._private_jobs where key like '%:jobs.ping:same' order by id",
  );
  expect(jobs.map((job) => job.tenant)).toEqual([one.id, other.id]);
});

test("no job can be added while reading, nor for a tenant that somebody made up", async () => {
  const [tenant, other] = [await createTenant(database()), await createTenant(database())];
  const reading = tenantRead(tenant.system, null, (db) => addJob(db as WriteClient, "jobs.ping", {}));
  await expect(reading).rejects.toThrow();
  const forging = tenantWrite(tenant.system, null, "test.jobs", async (db) => {
    await db.rows(sql`select set_config('app.current_tenant', ${other.id}, true)`);
    await addJob(db, "jobs.ping", {});
  });
  await expect(forging).rejects.toThrow("a job needs a context for writing");
});
