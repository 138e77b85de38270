import type { PlatformAdminActor } from "../actor";
import { env } from "../env";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, platformWrite, sql } from "../tenant-db";
import { readTenantDeletion } from "./queries";
import type { DecideTenantDeletionInput, RequestTenantDeletionInput, TenantDeletion } from "./schema";

const FOUR_EYES = "Another person has to agree: you asked for this deletion";

const constraints: ConstraintMessages = {
  tenant_deletions_tenant: () => new AppError("not_found", "Tenant not found"),
  tenant_deletions_active: () => new AppError("conflict", "Suspend the tenant first"),
  tenant_deletions_needs_export: () =>
    fieldError("export_id", "This takes an archive of the tenant that was made while it was suspended, and downloaded"),
  tenant_deletions_one: () => new AppError("conflict", "The deletion of this tenant is under way already"),
  tenant_deletions_two_people: () => new AppError("forbidden", FOUR_EYES),
};

/**
 * Asks for a tenant to be deleted: the first of two people.
 * @throws AppError `not_found`; `conflict` for an active tenant, and while a deletion is under way; `validation_error` for
 * an export that does not do
 */
export async function requestTenantDeletion(
  admin: PlatformAdminActor,
  { id, export_id, reason }: RequestTenantDeletionInput,
): Promise<TenantDeletion> {
  return platformWrite(
    { ...admin, reason },
    "tenant_deletions.request",
    async (db) => {
      const [made] = await db.rows<{ id: string }>(
        sql`insert into tenant_deletions (tenant_id, export_id, reason, waiting_days)
            values (${id}::uuid, ${export_id}::uuid, ${reason}, ${env().tenantDeletionWaitDays}) returning id`,
      );
      if (!made) throw new Error("no deletion was made");
      return readTenantDeletion(db, made.id);
    },
    { constraints },
  );
}

/**
 * The second person agrees: from now on the waiting time runs.
 * @throws AppError `forbidden` for whoever asked; `conflict` once somebody has decided
 */
export async function agreeTenantDeletion(
  admin: PlatformAdminActor,
  { id, reason }: DecideTenantDeletionInput,
): Promise<TenantDeletion> {
  return platformWrite(
    { ...admin, reason },
    "tenant_deletions.agree",
    async (db) => {
      const changed = await db.rows(
        sql`update tenant_deletions set status = 'agreed' where id = ${id}::uuid and status = 'requested' returning id`,
      );
      const stored = await readTenantDeletion(db, id);
      if (changed.length === 0) throw new AppError("conflict", DECIDED[stored.status]);
      return stored;
    },
    { constraints },
  );
}

/** Calls a deletion off, which anybody of the platform may. @throws AppError `conflict` once it has begun */
export async function callOffTenantDeletion(
  admin: PlatformAdminActor,
  { id, reason }: DecideTenantDeletionInput,
): Promise<TenantDeletion> {
  return platformWrite({ ...admin, reason }, "tenant_deletions.call_off", async (db) => {
    const changed = await db.rows(
      sql`update tenant_deletions set status = 'called_off', call_off_reason = ${reason}
          where id = ${id}::uuid and status in ('requested', 'agreed') returning id`,
    );
    const stored = await readTenantDeletion(db, id);
    if (changed.length === 0) throw new AppError("conflict", DECIDED[stored.status]);
    return stored;
  });
}

const DECIDED: Readonly<Record<TenantDeletion["status"], string>> = {
  requested: "Nobody has agreed yet",
  agreed: "Somebody has agreed already",
  running: "The deletion has begun: it cannot be called off any more",
  done: "The tenant is deleted",
  called_off: "This deletion was called off",
};
