import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { documentStorage } from "@/lib/documents/storage";
import { createProbeTenant } from "@/lib/isolation/fixtures";
import { eraseTenant, expireErasedLogs } from "@/lib/tenant-db";
import { reactivateTenant } from "@/lib/tenants/commands";
import { callApi } from "@/lib/testing/api";
import { makeOldAuditRow } from "@/lib/testing/audit-months";
import { makeDocument } from "@/lib/testing/documents";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeExportOf, makeSuspendedTenant } from "@/lib/testing/tenant-exports";
import { agreeTenantDeletion, callOffTenantDeletion, requestTenantDeletion } from "./commands";
import { eraseDueTenants } from "./erase";
import { getTenantDeletion } from "./queries";

const database = doorsOfThisFile();
const WHY = { reason: "Contract has ended" };
let first: PlatformAdminActor;
let second: PlatformAdminActor;
let tenant: TestTenant;
let exportId: string;

beforeAll(async () => {
  first = await createPlatformAdmin(database());
  second = await createPlatformAdmin(database());
});

beforeEach(async () => {
  tenant = await makeSuspendedTenant(await createTenant(database()));
  exportId = await makeExportOf(tenant, { isDownloaded: true });
});

const ask = () => requestTenantDeletion(first, { id: tenant.id, export_id: exportId, ...WHY });
const erase = async () => eraseDueTenants(await documentStorage());

/** As if the waiting time had passed. */
const wait = (id: string) =>
  asOwner(
    database(),
    "update tenant_deletions set agreed_at = agreed_at - interval '8 days', due_at = due_at - interval '8 days' where id = $1",
    [id],
  );

/** Rows of a tenant by table, those that outlive it left out. */
async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  const tables = await asOwner<{ name: string; column: string }>(
    database(),
    `select e.target::text as name, e.tenant_column as "column" from app.erasable_tables() e`,
  );
  const counts: Record<string, number> = {};
  for (const { name, column } of tables) {
    const [row] = await asOwner<{ n: number }>(
      database(),
      `select count(*)::int as n from ${name} where ${column} = $1`,
      [tenantId],
    );
    if (row?.n) counts[name] = row.n;
  }
  return counts;
}

test("takes an archive made while the tenant was shut out and downloaded, two people, and a waiting time", async () => {
  const asked = await ask();
  expect(asked).toMatchObject({
    status: "requested",
    waiting_days: 7,
    requested_by: { id: first.userId },
    due_at: null,
  });
  await expect(agreeTenantDeletion(first, { id: asked.id, ...WHY })).rejects.toMatchObject({ code: "forbidden" });
  const agreed = await agreeTenantDeletion(second, { id: asked.id, reason: "Seen the contract" });
  expect(agreed).toMatchObject({ status: "agreed", agreed_by: { id: second.userId } });
  expect(Date.parse(agreed.due_at ?? "") - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  await expect(agreeTenantDeletion(second, { id: asked.id, ...WHY })).rejects.toMatchObject({ code: "conflict" });
  await erase();
  expect((await getTenantDeletion(first, { id: asked.id })).status).toBe("agreed");
  expect(await rowsOf(tenant.id)).not.toEqual({});
  // Neither the application nor anybody with its role shortens that.
  const client = new pg.Client({ connectionString: database().tenantUrl });
  await client.connect();
  try {
    await expect(client.query("select app.erase_tenant($1)", [asked.id])).rejects.toThrow("not under way");
  } finally {
    await client.end();
  }
  const log = await asOwner(
    database(),
    "select operation, reason from audit_logs where tenant_id = $1 and table_name = 'tenant_deletions' order by id",
    [tenant.id],
  );
  expect(log).toEqual([
    { operation: "tenant_deletions.request", ...WHY },
    { operation: "tenant_deletions.agree", reason: "Seen the contract" },
  ]);
});

describe("is refused", () => {
  test("for an active tenant, and for an archive that is old, not downloaded or another's", async () => {
    const active = await createTenant(database());
    const oldExport = await makeExportOf(active, { isDownloaded: true });
    const of = (id: string, export_id: string) => requestTenantDeletion(first, { id, export_id, ...WHY });
    await expect(of(active.id, oldExport)).rejects.toMatchObject({
      code: "conflict",
      message: "Suspend the tenant first",
    });
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [active.id]);
    for (const wrong of [oldExport, await makeExportOf(active), exportId, first.userId])
      await expect(of(active.id, wrong)).rejects.toMatchObject({ issues: [{ loc: ["body", "export_id"] }] });
    await expect(of(first.userId, exportId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("while another one is under way; and the tenant is not let in meanwhile", async () => {
    const asked = await ask();
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
    const back = () => reactivateTenant(first, { id: tenant.id, ...WHY });
    await expect(back()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("call that off") });
    await callOffTenantDeletion(second, { id: asked.id, reason: "They stay" });
    expect((await back()).status).toBe("active");
  });

  test("to tenants' own tokens, and names wrong fields", async () => {
    const other = await createTenant(database());
    for (const token of [await createMember(database(), other), await createKey(other)])
      for (const [path, body] of Object.entries({
        tenant_deletion: { id: tenant.id, export_id: exportId, ...WHY },
        "tenant_deletion/agree": { id: tenant.id, ...WHY },
        "tenant_deletion/call_off": { id: tenant.id, ...WHY },
      }))
        expect((await callApi("POST", `/api/v1/admin/${path}`, { token, body })).status, path).toBe(403);
    const wrong = await callApi("POST", "/api/v1/admin/tenant_deletion", { token: first, body: { id: tenant.id } });
    expect(wrong.body.detail.map(({ loc }: { loc: string[] }) => loc[1]).sort()).toEqual(["export_id", "reason"]);
  });
});

describe("called off", () => {
  test("by anybody of the platform until it begins, and never after", async () => {
    const asked = await ask();
    await agreeTenantDeletion(second, { id: asked.id, ...WHY });
    const off = await callOffTenantDeletion(first, { id: asked.id, reason: "They stay" });
    expect(off).toMatchObject({
      status: "called_off",
      called_off_by: { id: first.userId },
      call_off_reason: "They stay",
    });
    await expect(callOffTenantDeletion(first, { id: asked.id, ...WHY })).rejects.toMatchObject({ code: "conflict" });
    await expect(agreeTenantDeletion(second, { id: asked.id, ...WHY })).rejects.toMatchObject({ code: "conflict" });
    await erase();
    expect(await rowsOf(tenant.id)).not.toEqual({});
  });

  test("and carried out at once: one of the two happens, wholly", async () => {
    const asked = await ask();
    await agreeTenantDeletion(second, { id: asked.id, ...WHY });
    await wait(asked.id);
    const [called] = await Promise.allSettled([callOffTenantDeletion(first, { id: asked.id, ...WHY }), erase()]);
    const { status } = await getTenantDeletion(first, { id: asked.id });
    const isThere = Object.keys(await rowsOf(tenant.id)).length > 0;
    expect([status, isThere]).toEqual(called.status === "fulfilled" ? ["called_off", true] : ["done", false]);
  });
});

test("of two who agree at once one is told that it is decided", async () => {
  const third = await createPlatformAdmin(database());
  const asked = await ask();
  const outcomes = await Promise.allSettled(
    [second, third].map((admin) => agreeTenantDeletion(admin, { id: asked.id, ...WHY })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

describe("carried out", () => {
  async function due(): Promise<string> {
    const asked = await ask();
    await agreeTenantDeletion(second, { id: asked.id, ...WHY });
    await wait(asked.id);
    return asked.id;
  }

  test("nothing of the tenant is left but its log, its archive and the word that it was; others lose nothing", async () => {
    const other = await createTenant(database());
    await makeAccount(other);
    const others = await rowsOf(other.id);
    await asOwner(database(), "update tenants set status = 'active' where id = $1", [tenant.id]);
    const member = await createMember(database(), tenant);
    const account = await makeAccount(tenant);
    await makeAccount(tenant, { parent_id: account.id });
    await makePaymentIntent(tenant, account.id);
    await makeDocument(tenant);
    const [file] = await asOwner<{ storage_key: string }>(
      database(),
      "select storage_key from documents where tenant_id = $1",
      [tenant.id],
    );
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [tenant.id]);
    exportId = await makeExportOf(tenant, { isDownloaded: true });
    const id = await due();
    const before = await rowsOf(tenant.id);
    expect(Object.keys(before).length).toBeGreaterThan(8);
    const entries = () =>
      asOwner<{ n: number }>(database(), "select count(*)::int as n from audit_logs where tenant_id = $1", [tenant.id]);
    const logged = (await entries())[0]?.n ?? 0;
    await erase();
    expect(await rowsOf(tenant.id)).toEqual({});
    expect(await asOwner(database(), "select 1 from tenants where id = $1", [tenant.id])).toEqual([]);
    const done = await getTenantDeletion(first, { id });
    expect(done).toMatchObject({ status: "done", tenant: { id: tenant.id, slug: tenant.slug } });
    expect(done.row_counts).toMatchObject({ tenants: 1, accounts: 2, payment_intents: 1, documents: 1 });
    await expect((await documentStorage()).get(file?.storage_key ?? "", null)).rejects.toThrow();
    expect(await rowsOf(other.id)).toEqual(others);
    // The person is no tenant's, and stays.
    expect(await asOwner(database(), "select 1 from users where id = $1", [member.userId])).toHaveLength(1);
    // Not a row for every row: that it began, that the tenant was closed, and that it is done.
    expect((await entries())[0]?.n).toBe(logged + 3);
    const [word] = await asOwner(
      database(),
      `select * from audit_logs where tenant_id = '00000000-0000-0000-0000-000000000000' and operation = 'tenants.erase' and record_id = $1`,
      [tenant.id],
    );
    expect(word).toMatchObject({
      reason: WHY.reason,
      old_values: {
        slug: tenant.slug,
        requested_by: first.userId,
        agreed_by: second.userId,
        rows_removed: { accounts: 2 },
      },
    });
    const archive = await callApi("GET", `/api/v1/admin/tenant_export/content?id=${exportId}`, { token: first });
    expect(archive.status).toBe(200);
  });

  test("every table that holds tenants' rows is emptied, in small batches, whatever refers to what", async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl });
    await owner.connect();
    const probe = await createProbeTenant(owner, "Probe").finally(() => owner.end());
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [probe.tenantId]);
    tenant = { ...tenant, id: probe.tenantId, system: { ...tenant.system, tenantId: probe.tenantId } };
    await asOwner(database(), "delete from tenant_switches where tenant_id = $1", [tenant.id]);
    // Its files are made up.
    await asOwner(database(), "delete from documents where tenant_id = $1", [tenant.id]);
    exportId = await makeExportOf(tenant, { isDownloaded: true });
    const before = await rowsOf(tenant.id);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    const id = await due();
    await asOwner(database(), "select 1 from app.begin_tenant_erasure()");
    await eraseTenant(id, 1);
    expect(await rowsOf(tenant.id)).toEqual({});
    const { row_counts } = await getTenantDeletion(first, { id });
    // Deleting payments leaves sums, and what belongs to an endpoint goes with it.
    for (const [table, count] of Object.entries(before))
      expect(row_counts[table] ?? count, table).toBeGreaterThanOrEqual(count);
  });

  test("one that was broken off is gone on with", async () => {
    const id = await due();
    await asOwner(database(), "select 1 from app.begin_tenant_erasure()");
    await expect(callOffTenantDeletion(first, { id, ...WHY })).rejects.toMatchObject({ code: "conflict" });
    await asOwner(database(), "select app.erase_tenant($1, 1)", [id]);
    await erase();
    expect((await getTenantDeletion(first, { id })).status).toBe("done");
  });
});

test("the definer may empty every table that the catalogue shows, those of later migrations too", async () => {
  const closed = await asOwner(
    database(),
    `select e.target::text as name from app.erasable_tables() e
     where not has_table_privilege('bulkhead_definer', e.target, 'delete')
       or not has_column_privilege('bulkhead_definer', e.target, e.tenant_column, 'select')
       or not exists (select 1 from pg_policy p where p.polrelid = e.target and p.polname = 'definer_access')`,
  );
  expect(closed).toEqual([]);
});

test("the log of a tenant that is gone goes once it is as old as the tenant wanted, or two years", async () => {
  const { id } = await ask();
  await agreeTenantDeletion(second, { id, ...WHY });
  await wait(id);
  await erase();
  for (const monthsAgo of [14, 26]) await makeOldAuditRow(database(), tenant, { monthsAgo });
  const old = async () =>
    (
      await asOwner(
        database(),
        "select 1 from audit_logs where tenant_id = $1 and id < app.uuid_v7_floor(now() - interval '1 month')",
        [tenant.id],
      )
    ).length;
  expect(await old()).toBe(2);
  await expireErasedLogs();
  expect(await old()).toBe(1);
  await asOwner(database(), "update tenant_deletions set audit_months = 12 where id = $1", [id]);
  await expireErasedLogs();
  expect(await old()).toBe(0);
});
