import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { documentStorage } from "@/lib/documents/storage";
import { sweepOrphanDocuments } from "@/lib/documents/sweep";
import { setTenantSwitch } from "@/lib/tenant-switches/commands";
import { reactivateTenant, suspendTenant } from "@/lib/tenants/commands";
import { callApi } from "@/lib/testing/api";
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
import { makeExportOf } from "@/lib/testing/tenant-exports";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { requestTenantExport } from "./commands";
import { expireTenantExports, makeTenantExport } from "./make";
import { getTenantExport } from "./queries";

const database = doorsOfThisFile();
const WHY = { reason: "Contract has ended" };
let admin: PlatformAdminActor;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
});

const make = async (id: string, about_tenant_id: string) =>
  makeTenantExport({ about_tenant_id, export_id: id, tenant_id: null }, await documentStorage());

/** The archive's lines, as whoever downloads it reads them. */
async function download(id: string) {
  const [row] = await asOwner<{ storage_key: string; sha256: string; size_bytes: string }>(
    database(),
    "select storage_key, sha256, size_bytes from tenant_exports where id = $1",
    [id],
  );
  const stream = await (await documentStorage()).get(row?.storage_key ?? "", null);
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  expect([createHash("sha256").update(bytes).digest("hex"), bytes.length]).toEqual([
    row?.sha256,
    Number(row?.size_bytes),
  ]);
  const text = gunzipSync(bytes).toString();
  return {
    text,
    lines: text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}

async function filled(): Promise<TestTenant> {
  const tenant = await createTenant(database());
  await createMember(database(), tenant);
  await createKey(tenant);
  await makeWebhookEndpoint(tenant);
  const account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id, { customer_email: "ann.smith@example.com" });
  await makeDocument(tenant);
  return tenant;
}

describe("an archive", () => {
  test("holds every row of the tenant that its own role may read, with its files, and nothing of another tenant", async () => {
    const [tenant, other] = [await filled(), await filled()];
    const id = await makeExportOf(tenant);
    const { text, lines } = await download(id);
    const last = lines.at(-1);
    expect(lines[0]).toMatchObject({ bulkhead_export: 1, tenant_id: tenant.id });
    expect(last).toMatchObject({ end: true, files: 1 });
    expect(text).not.toContain(other.id);
    const counted: Record<string, number> = {};
    for (const { table } of lines) if (table) counted[table] = (counted[table] ?? 0) + 1;
    const written = Object.fromEntries(Object.entries(last.rows).filter(([, count]) => count));
    expect(counted).toEqual(written);
    // As the owner, who sees through all policies, counts them.
    const tables = await asOwner<{ name: string }>(
      database(),
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
         and c.relname <> all ('{kept_totals,metadata_entries,idempotency_keys,tenant_exports,tenant_deletions,audit_logs}')`,
    );
    let total = 0;
    for (const { name } of tables) {
      const [row] = await asOwner<{ n: number }>(
        database(),
        `select count(*)::int as n from ${name} where tenant_id = $1`,
        [tenant.id],
      );
      // A table that the tenant's role may not read is the platform's own.
      if (name in last.rows) expect([name, last.rows[name]]).toEqual([name, row?.n]);
      total += row?.n ?? 0;
    }
    expect(total).toBeGreaterThan(50);
    for (const table of ["accounts", "payment_intents", "memberships", "documents", "audit_logs", "tenants", "people"])
      expect(last.rows[table], table).toBeGreaterThan(0);
    expect(lines.find(({ table }) => table === "payment_intents").row.customer_email).toBe("ann.smith@example.com");
    expect(lines.find(({ table }) => table === "people").row.email).toContain("@example.com");
  });

  test("has the bytes of documents as they were uploaded", async () => {
    const tenant = await createTenant(database());
    const document = await makeDocument(tenant);
    const { lines } = await download(await makeExportOf(tenant));
    const { storage_key, content_hash } = lines.find(({ table }) => table === "documents").row;
    const bytes = Buffer.concat(
      lines.filter(({ file }) => file === storage_key).map(({ base64 }) => Buffer.from(base64, "base64")),
    );
    expect(`\\x${createHash("sha256").update(bytes).digest("hex")}`).toBe(content_hash);
    expect(bytes.length).toBe(document.size_bytes);
  });

  test("holds no secret: no hash of a key or invitation, no sealed secret", async () => {
    const tenant = await filled();
    const secrets = await asOwner<{ secret: string }>(
      database(),
      `select encode(key_hash, 'hex') as secret from tenant_api_keys where tenant_id = $1
       union all select encode(sealed_secret, 'hex') from webhook_secrets where tenant_id = $1`,
      [tenant.id],
    );
    expect(secrets.length).toBeGreaterThan(1);
    const { text } = await download(await makeExportOf(tenant));
    for (const { secret } of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"(key_hash|token_hash|sealed_secret|password_hash)":"/);
  });

  test("walks a table of thousands in batches, and leaves none out", async () => {
    const tenant = await createTenant(database());
    await asOwner(
      database(),
      `insert into accounts (tenant_id, name, currency) select $1, 'Account ' || n, 'EUR' from generate_series(1, 2500) n`,
      [tenant.id],
    );
    const { lines } = await download(await makeExportOf(tenant));
    const names = lines.filter(({ table }) => table === "accounts").map(({ row }) => row.name);
    expect([names.length, new Set(names).size]).toEqual([2500, 2500]);
  });
});

describe("asking for one", () => {
  test("is done by a job, shown as it goes, and read by the tenant in its log", async () => {
    const tenant = await filled();
    const member = await createMember(database(), tenant);
    const asked = await callApi("POST", "/api/v1/admin/tenant_export", {
      token: admin,
      body: { id: tenant.id, ...WHY },
    });
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({
      status: "requested",
      is_final: false,
      tenant: { id: tenant.id, slug: tenant.slug },
    });
    await expect(requestTenantExport(admin, { id: tenant.id, ...WHY })).rejects.toMatchObject({ code: "conflict" });
    const [job] = await asOwner<{ payload: Record<string, string> }>(
      database(),
      "select payload from graphile_worker._private_jobs where payload ->> 'export_id' = $1",
      [asked.body.id],
    );
    expect(job?.payload).toMatchObject({ about_tenant_id: tenant.id });
    const address = `/api/v1/admin/tenant_export/content?id=${asked.body.id}`;
    expect((await callApi("GET", address, { token: admin })).status).toBe(409);
    await make(asked.body.id, tenant.id);
    const ready = await getTenantExport(admin, { id: asked.body.id });
    expect(ready).toMatchObject({ status: "ready", file_count: 1, downloaded_at: null });
    // A part is no download; the whole is one.
    const part = await callApi("GET", address, { token: admin, headers: { range: "bytes=0-9" } });
    expect([part.status, part.headers.get("content-length")]).toEqual([206, "10"]);
    expect((await getTenantExport(admin, { id: ready.id })).downloaded_at).toBeNull();
    const whole = await callApi("GET", address, { token: admin });
    expect(whole.status).toBe(200);
    expect(whole.headers.get("content-disposition")).toContain(`${tenant.slug}-`);
    expect(await getTenantExport(admin, { id: ready.id })).toMatchObject({ downloaded_by: { id: admin.userId } });
    const log = await callApi("GET", "/api/v1/audit_logs?table=tenant_exports", { token: member });
    const entries = log.body.items.map(({ operation, reason }: Record<string, string>) => [operation, reason]);
    expect(entries).toContainEqual(["tenant_exports.request", WHY.reason]);
    expect(entries).toContainEqual(["tenant_exports.download", WHY.reason]);
  });

  test("is for the platform's admins, where exports are not switched off, with a reason", async () => {
    const tenant = await createTenant(database());
    const id = await makeExportOf(tenant);
    for (const token of [await createMember(database(), tenant), await createKey(tenant)]) {
      expect((await callApi("GET", `/api/v1/admin/tenant_export/content?id=${id}`, { token })).status).toBe(403);
      expect(
        (await callApi("POST", "/api/v1/admin/tenant_export", { token, body: { id: tenant.id, ...WHY } })).status,
      ).toBe(403);
    }
    const wrong = await callApi("POST", "/api/v1/admin/tenant_export", { token: admin, body: { id: "x" } });
    expect(wrong.body.detail.map(({ loc }: { loc: string[] }) => loc[1]).sort()).toEqual(["id", "reason"]);
    await expect(requestTenantExport(admin, { id: admin.userId, ...WHY })).rejects.toMatchObject({ code: "not_found" });
    await setTenantSwitch(admin, { id: tenant.id, switch: "exports", on: false, reason: "Legal hold" });
    await expect(requestTenantExport(admin, { id: tenant.id, ...WHY })).rejects.toMatchObject({ code: "switched_off" });
    const refused = await callApi("GET", `/api/v1/admin/tenant_export/content?id=${id}`, { token: admin });
    expect([refused.status, refused.body.code]).toEqual([403, "switched_off"]);
  });
});

test("one that was made while the tenant was shut out is final, until it is let in again", async () => {
  const tenant = await createTenant(database());
  await suspendTenant(admin, { id: tenant.id, ...WHY });
  const id = await makeExportOf(tenant);
  const isFinal = async () => (await getTenantExport(admin, { id })).is_final;
  expect(await isFinal()).toBe(true);
  await reactivateTenant(admin, { id: tenant.id, ...WHY });
  expect(await isFinal()).toBe(false);
});

test("archives go after their days, the sweep leaves those that are named, and takes what died half way", async () => {
  const tenant = await createTenant(database());
  const [old, young] = [await makeExportOf(tenant), await makeExportOf(tenant)];
  await asOwner(database(), "update tenant_exports set finished_at = now() - interval '31 days' where id = $1", [old]);
  const files = await documentStorage();
  await expireTenantExports(30, files);
  expect((await getTenantExport(admin, { id: old })).status).toBe("expired");
  const gone = await callApi("GET", `/api/v1/admin/tenant_export/content?id=${old}`, { token: admin });
  expect([gone.status, gone.body.detail]).toEqual([409, "This archive has expired"]);
  await sweepOrphanDocuments({ olderThanMs: -1000 });
  await download(young);
  await asOwner(database(), "delete from tenant_exports where id = $1 returning storage_key", [young]);
  expect(await sweepOrphanDocuments({ olderThanMs: -1000 })).toBeGreaterThan(0);
});
