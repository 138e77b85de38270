import type { PlatformAdminActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, platformWrite, sql, type WriteClient } from "../tenant-db";
import { isUpToDate } from "./comparison";
import { accountTree, grantsAll } from "./definition";
import { previewOf, type TemplateVersion, type TenantState } from "./preview";
import { readTemplate, readTenantState, readVersion } from "./queries";
import {
  type ApplyTemplateInput,
  type CreateTemplateInput,
  givenSettings,
  type RoleChange,
  type Template,
  type TemplatePreview,
} from "./schema";

const MOVED_ON = "Somebody else made a newer version: look at it first";
const OUT_OF_DATE = "Something has changed since this was previewed: look at the preview again";

const constraints: ConstraintMessages = {
  // Two at once found the same number free.
  templates_name_version_key: () => new AppError("conflict", MOVED_ON),
  templates_archived: () => new AppError("conflict", "This template is archived"),
  roles_name: () => new AppError("conflict", OUT_OF_DATE),
};

/**
 * Makes a template, or a new version of one. Tenants stay on the versions they are on.
 * @throws AppError `already_exists` for a taken name, `conflict` if `based_on` is not the newest version (any more)
 */
export async function createTemplate(admin: PlatformAdminActor, input: CreateTemplateInput): Promise<Template> {
  return platformWrite(
    { ...admin, reason: input.note },
    "templates.create",
    async (db) => {
      const newest = await newestVersion(db, input.name);
      if (!input.based_on && newest)
        throw fieldError("name", "A template with this name already exists", "already_exists");
      if (input.based_on && !newest) throw fieldError("name", "A new version keeps the name of its template");
      if (input.based_on && newest?.id !== input.based_on) throw new AppError("conflict", MOVED_ON);
      if (newest?.archived_at) throw new AppError("conflict", "This template is archived: offer it again first");
      const roles = input.roles.map(({ permissions, ...role }) => ({
        ...role,
        ...(permissions.length > 0 ? { permissions } : { grants_all: true }),
      }));
      const definition = { roles, settings: givenSettings(input.settings), accounts: accountTree(input.accounts) };
      const [made] = await db.rows<{ id: string }>(
        sql`insert into templates (name, version, description, note, definition)
            values (${newest?.name ?? input.name}, ${(newest?.version ?? 0) + 1}, ${input.description}, ${input.note},
              ${JSON.stringify(definition)}::jsonb) returning id`,
        "templates_create",
      );
      if (!made) throw new Error("the insert returned no row");
      return readTemplate(db, made.id);
    },
    { constraints },
  );
}

interface NewestVersion {
  id: string;
  name: string;
  version: number;
  archived_at: string | null;
}

/** The newest version of a name, written in whatever case. */
async function newestVersion(db: WriteClient, name: string): Promise<NewestVersion | undefined> {
  const [newest] = await db.rows<NewestVersion>(
    sql`select t.id, t.name, t.version, t.archived_at from templates t where lower(t.name) = lower(${name})
        order by t.version desc limit 1`,
    "templates_newest",
  );
  return newest;
}

/** Takes a template, with all its versions, off the offer; tenants on it stay. @throws AppError `conflict` if it is off */
export async function archiveTemplate(admin: PlatformAdminActor, input: { id: string }): Promise<Template> {
  return setArchived(admin, "templates.archive", input.id, new Date());
}

/** Offers an archived template again. @throws AppError `conflict` if it is on offer */
export async function restoreTemplate(admin: PlatformAdminActor, input: { id: string }): Promise<Template> {
  return setArchived(admin, "templates.restore", input.id, null);
}

async function setArchived(
  admin: PlatformAdminActor,
  operation: string,
  id: string,
  archivedAt: Date | null,
): Promise<Template> {
  return platformWrite(admin, operation, async (db) => {
    const { name } = await readTemplate(db, id);
    const { count } = await db.template.updateMany({
      where: { name, archivedAt: archivedAt ? null : { not: null } },
      data: { archivedAt },
    });
    if (count === 0)
      throw new AppError(
        "conflict",
        archivedAt ? "This template is archived already" : "This template is on offer already",
      );
    return readTemplate(db, id);
  });
}

/**
 * Puts a tenant on a version of a template, exactly as it was previewed.
 * @throws AppError `conflict` if the preview is out of date, if it names conflicts, or if nothing would change
 */
export async function applyTemplate(admin: PlatformAdminActor, input: ApplyTemplateInput): Promise<TemplatePreview> {
  return platformWrite(
    { ...admin, reason: input.reason },
    "templates.apply",
    async (db) => {
      // From here on nobody else changes the tenant's settings or puts it on another version. Its people may make roles of
      // their own meanwhile; the built-in ones are nobody's to change.
      await db.rows(sql`select from tenant_configs c where c.tenant_id = ${input.tenant}::uuid for update`);
      const [state, version] = [await readTenantState(db, input.tenant), await readVersion(db, input.template)];
      const preview = previewOf(state, version);
      refuseUnless(preview, input.preview_hash);
      await db.tenantConfig.updateMany({
        where: { tenantId: input.tenant },
        data: { templateId: input.template, version: { increment: 1 } },
      });
      for (const change of preview.roles) await applyRole(db, state, version, change);
      return preview;
    },
    { constraints },
  );
}

function refuseUnless(preview: TemplatePreview, expectedHash: string): void {
  if (preview.preview_hash !== expectedHash) throw new AppError("conflict", OUT_OF_DATE);
  if (preview.conflicts.length > 0) throw new AppError("conflict", preview.conflicts.join(". "));
  if (isUpToDate(preview)) throw new AppError("conflict", "The tenant has all of this already");
}

async function applyRole(db: WriteClient, state: TenantState, version: TemplateVersion, change: RoleChange) {
  const role = version.definition.roles.find(({ key }) => key === change.key);
  // What the template does not name stays, so each change is of a role that it names.
  if (!role) throw new Error(`${change.key} is no role of the template`);
  const tenantId = state.tenant.id;
  const contents = { name: role.name, description: role.description ?? "" };
  const known = state.roles.find(({ key }) => key === change.key);
  const roleId = known?.id ?? (await makeRole(db, tenantId, role.key, contents));
  if (known) await db.role.updateMany({ where: { tenantId, id: roleId }, data: contents });
  if (change.permissions_removed.length > 0)
    await db.rolePermission.deleteMany({ where: { tenantId, roleId, permission: { in: change.permissions_removed } } });
  if (change.permissions_added.length > 0)
    await db.rolePermission.createMany({
      data: change.permissions_added.map((permission) => ({ tenantId, roleId, permission })),
    });
}

async function makeRole(
  db: WriteClient,
  tenantId: string,
  key: string,
  contents: { name: string; description: string },
): Promise<string> {
  const { id } = await db.role.create({
    data: { tenantId, key, grantsAll: grantsAll(key), ...contents },
    select: { id: true },
  });
  return id;
}
