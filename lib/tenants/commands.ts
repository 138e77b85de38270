import { requireAllAccounts } from "../account-reach";
import type { PlatformAdminActor, TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, platformWrite, sql, tenantWrite } from "../tenant-db";
import { OWNER_CONSTRAINTS, sendOwnerInvitation } from "./owner";
import { readOwnTenant, readTenant, readTenantDetail } from "./queries";
import type {
  CreateTenantInput,
  InviteOwnerInput,
  OwnTenant,
  Tenant,
  TenantDetail,
  TenantStatusInput,
  UpdateOwnTenantInput,
  UpdateTenantInput,
} from "./schema";

const constraints: ConstraintMessages = {
  tenants_to_be_deleted: () => new AppError("conflict", "This tenant is to be deleted: call that off first"),
  tenants_slug_key: () => fieldError("slug", "A tenant with this slug already exists", "already_exists"),
  templates_archived: () => fieldError("template", "This template is archived"),
  ...OWNER_CONSTRAINTS,
};

/** Changes what a tenant may change of itself: name and domain. @throws AppError `forbidden` for a restricted actor */
export async function updateOwnTenant(actor: TenantActor, input: UpdateOwnTenantInput): Promise<OwnTenant> {
  return tenantWrite(actor, "settings:write", "tenant.update", async (db) => {
    requireAllAccounts(actor);
    await db.tenant.updateMany({ where: { id: actor.tenantId }, data: { name: input.name, domain: input.domain } });
    return readOwnTenant(db, actor);
  });
}

/**
 * Makes a tenant with the roles, settings and sample accounts of a template, and invites its first owner by mail: all of
 * it, or nothing.
 * @throws AppError `already_exists` for a taken slug; `validation_error` that names `template`
 */
export async function createTenant(admin: PlatformAdminActor, input: CreateTenantInput): Promise<TenantDetail> {
  return platformWrite(
    { ...admin, reason: input.reason },
    "tenants.create",
    async (db) => {
      const known = await db.template.findFirst({ where: { name: input.template }, select: { id: true } });
      if (!known) throw fieldError("template", "There is no such template");
      const [made] = await db.rows<{ id: string }>(
        sql`select app.create_tenant(${input.slug}, ${input.name}, ${input.domain}, ${input.subscription_tier}, ${input.template},
          ${input.with_sample_accounts}) as id`,
        "tenants_create",
      );
      if (!made) throw new Error("app.create_tenant returned no row");
      if (input.owner_email) await sendOwnerInvitation(db, made.id, input.owner_email, input.owner_name);
      return readTenantDetail(db, made.id);
    },
    { constraints },
  );
}

/** Changes the fields that are present. @throws AppError `not_found` */
export async function updateTenant(admin: PlatformAdminActor, input: UpdateTenantInput): Promise<TenantDetail> {
  return platformWrite({ ...admin, reason: input.reason }, "tenants.update", async (db) => {
    const { count } = await db.tenant.updateMany({
      where: { id: input.id },
      data: { name: input.name, domain: input.domain, subscriptionTier: input.subscription_tier },
    });
    if (count === 0) throw new AppError("not_found", "Tenant not found");
    return readTenantDetail(db, input.id);
  });
}

/**
 * Invites the first owner of a tenant that has none, or anew if the first invitation came to nothing. A tenant's owners
 * invite people themselves: nobody of the platform gets in this way.
 * @throws AppError `not_found`; `conflict` if there is an owner
 */
export async function inviteOwner(admin: PlatformAdminActor, input: InviteOwnerInput): Promise<TenantDetail> {
  return platformWrite(
    { ...admin, reason: input.reason },
    "tenants.invite_owner",
    async (db) => {
      await readTenant(db, input.id);
      await sendOwnerInvitation(db, input.id, input.owner_email, input.owner_name);
      return readTenantDetail(db, input.id);
    },
    { constraints: OWNER_CONSTRAINTS },
  );
}

/** Shuts a tenant's sessions and keys out from the next request on. @throws AppError `conflict` if it is not active */
export async function suspendTenant(admin: PlatformAdminActor, input: TenantStatusInput): Promise<Tenant> {
  return changeStatus(admin, input, "tenants.suspend", "active", "suspended");
}

/** Lets a suspended tenant in again. @throws AppError `conflict` if it is not suspended */
export async function reactivateTenant(admin: PlatformAdminActor, input: TenantStatusInput): Promise<Tenant> {
  return changeStatus(admin, input, "tenants.reactivate", "suspended", "active");
}

async function changeStatus(
  admin: PlatformAdminActor,
  { id, reason }: TenantStatusInput,
  operation: string,
  from: Tenant["status"],
  to: Tenant["status"],
): Promise<Tenant> {
  return platformWrite(
    { ...admin, reason },
    operation,
    async (db) => {
      const { count } = await db.tenant.updateMany({ where: { id, status: from }, data: { status: to } });
      const stored = await readTenant(db, id);
      if (count === 0) throw new AppError("conflict", `This tenant is ${stored.status}`);
      return stored;
    },
    { constraints },
  );
}
