import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { addJob, type ConstraintMessages, platformWrite, sql } from "../tenant-db";
import { readTenantExport } from "./queries";
import type { RequestTenantExportInput, TenantExport } from "./schema";

const constraints: ConstraintMessages = {
  tenant_exports_tenant: () => new AppError("not_found", "Tenant not found"),
  tenant_exports_under_way: () => new AppError("conflict", "An export of this tenant is under way already"),
};

/**
 * Has all data of a tenant written into an archive, by a job. The tenant reads who wanted it, and why.
 * @throws AppError `not_found`; `conflict` while one is under way; `switched_off` where exports are
 */
export async function requestTenantExport(
  admin: PlatformAdminActor,
  { id, reason }: RequestTenantExportInput,
): Promise<TenantExport> {
  return platformWrite(
    { ...admin, reason },
    "tenant_exports.request",
    async (db) => {
      const [made] = await db.rows<{ id: string }>(
        sql`insert into tenant_exports (tenant_id, reason) values (${id}::uuid, ${reason}) returning id`,
      );
      if (!made) throw new Error("no export was made");
      await addJob(
        db,
        "tenant_exports.make",
        { about_tenant_id: id, export_id: made.id },
        { key: made.id, maxAttempts: 5 },
      );
      return readTenantExport(db, made.id);
    },
    { constraints },
  );
}

/** Notes that an archive has gone out whole; the first time counts. */
export async function noteDownload(
  admin: PlatformAdminActor,
  { id, reason }: Pick<TenantExport, "id" | "reason">,
): Promise<void> {
  await platformWrite({ ...admin, reason }, "tenant_exports.download", (db) =>
    db.rows(sql`update tenant_exports set downloaded_at = now() where id = ${id}::uuid and status = 'ready'`),
  );
}
