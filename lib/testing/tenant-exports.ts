import { documentStorage } from "@/lib/documents/storage";
import { makeTenantExport } from "@/lib/tenant-exports/make";
import { asOwner, createTenant, type TestTenant } from "./fixtures";

/** A tenant that is shut out, and an archive of it. */
export async function makeExportOf(
  tenant: TestTenant,
  { isDownloaded = false }: { isDownloaded?: boolean } = {},
): Promise<string> {
  const [made] = await asOwner<{ id: string }>(
    tenant.database,
    "insert into tenant_exports (tenant_id, reason) values ($1, 'Sample') returning id",
    [tenant.id],
  );
  if (!made) throw new Error("no export was made");
  const job = { about_tenant_id: tenant.id, export_id: made.id, tenant_id: null };
  await makeTenantExport(job, await documentStorage());
  if (isDownloaded)
    await asOwner(tenant.database, "update tenant_exports set downloaded_at = now() where id = $1", [made.id]);
  return made.id;
}

/** A tenant of its own that is suspended. */
export async function makeSuspendedTenant({ database }: TestTenant): Promise<TestTenant> {
  const tenant = await createTenant(database);
  await asOwner(database, "update tenants set status = 'suspended' where id = $1", [tenant.id]);
  return tenant;
}

/** A deletion that nobody of the platform has asked for, so that everybody may agree. */
export async function makeDeletion(tenant: TestTenant): Promise<string> {
  const suspended = await makeSuspendedTenant(tenant);
  const exportId = await makeExportOf(suspended, { isDownloaded: true });
  const [made] = await asOwner<{ id: string }>(
    tenant.database,
    "insert into tenant_deletions (tenant_id, export_id, reason, waiting_days) values ($1, $2, 'Sample', 7) returning id",
    [suspended.id, exportId],
  );
  if (!made) throw new Error("no deletion was made");
  return made.id;
}
