import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import { readSettings } from "../tenant-settings";
import { compareDefinitions } from "./comparison";
import { grantsAll, readDefinition } from "./definition";
import { previewOf, type TemplateVersion, type TenantRole, type TenantState } from "./preview";
import type { Template, TemplateComparison, TemplateDetail, TemplatePreview, templateList } from "./schema";
import { templateList as definition } from "./schema";

interface TemplateRow extends Omit<Template, "roles" | "settings" | "accounts"> {
  definition: unknown;
}

const COLUMNS = sql`
  x.id, x.name, x.version, not exists (select 1 from templates n where n.name = x.name and n.version > x.version) as is_newest,
  x.description, x.note,
  (select jsonb_build_object('id', u.id, 'name', coalesce(nullif(u.full_name, ''), u.email)) from users u where u.id = x.created_by) as author,
  x.definition,
  (select count(*)::int from tenant_configs c where c.template_id = x.id) as tenant_count,
  (select count(*)::int from templates o join tenant_configs c on c.template_id = o.id where o.name = x.name) as tenant_count_all_versions,
  x.archived_at, x.created_at, x.updated_at`;

const SOURCE: ListSource = {
  definition,
  table: "templates",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    name: (value) => (value.kind === "text" ? sql`strpos(lower(x.name), ${value.text}) > 0` : null),
    newest: (value) =>
      value.kind === "boolean"
        ? sql`not exists (select 1 from templates n where n.name = x.name and n.version > x.version) = ${value.value}`
        : null,
    archived: (value) => (value.kind === "boolean" ? sql`(x.archived_at is not null) = ${value.value}` : null),
  },
};

/** One page of all templates, every version. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTemplates(
  admin: PlatformAdminActor,
  query: ListQuery<typeof templateList>,
): Promise<Page<Template>> {
  const page = await platformRead(admin, (db) => listPage<TemplateRow>(db, admin, SOURCE, query));
  return { ...page, items: page.items.map(written) };
}

/** One version of a template, and the tenants on it. @throws AppError `not_found` */
export async function getTemplate(admin: PlatformAdminActor, input: { id: string }): Promise<TemplateDetail> {
  return platformRead(admin, async (db) => {
    const [found, tenants] = await Promise.all([
      readTemplate(db, input.id),
      db.rows<TemplateDetail["tenants"][number]>(
        sql`select t.id, t.slug, t.name from tenant_configs c join tenants t on t.id = c.tenant_id
            where c.template_id = ${input.id}::uuid order by lower(t.name), t.id limit 100`,
        "templates_tenants",
      ),
    ]);
    return { ...found, tenants };
  });
}

/** The stored version inside a running unit of work. */
export async function readTemplate(db: ReadClient, id: string): Promise<Template> {
  const [row] = await db.rows<TemplateRow>(
    sql`select ${COLUMNS} from templates x where x.id = ${id}::uuid`,
    "templates_by_id",
  );
  if (!row) throw new AppError("not_found", "Template not found");
  return written(row);
}

function written({ definition: stored, ...row }: TemplateRow): Template {
  const { roles, settings, accounts } = readDefinition(stored);
  return {
    ...row,
    roles: roles.map((role) => ({ ...role, grants_all: grantsAll(role.key) })),
    settings: { ...settings },
    accounts,
  };
}

/** The versions of one name, newest first, without what they hold. */
export async function listTemplateVersions(
  admin: PlatformAdminActor,
  input: { name: string },
): Promise<Pick<Template, "id" | "version" | "note" | "author" | "tenant_count" | "created_at">[]> {
  return platformRead(admin, (db) =>
    db.rows(
      sql`select x.id, x.version, x.note, x.created_at,
            (select jsonb_build_object('id', u.id, 'name', coalesce(nullif(u.full_name, ''), u.email)) from users u where u.id = x.created_by) as author,
            (select count(*)::int from tenant_configs c where c.template_id = x.id) as tenant_count
          from templates x where x.name = ${input.name} order by x.version desc limit 200`,
      "templates_versions",
    ),
  );
}

/** Every version, by name and newest first, for whoever chooses one. */
export async function listTemplateChoices(
  admin: PlatformAdminActor,
): Promise<(Pick<Template, "id" | "name" | "version" | "is_newest"> & { is_archived: boolean })[]> {
  return platformRead(admin, (db) =>
    db.rows(
      sql`select x.id, x.name, x.version, x.archived_at is not null as is_archived,
            x.version = max(x.version) over (partition by x.name) as is_newest
          from templates x order by lower(x.name), x.version desc limit 500`,
      "templates_choices",
    ),
  );
}

/** What differs between two versions. @throws AppError `not_found` */
export async function compareTemplates(
  admin: PlatformAdminActor,
  input: { from: string; to: string },
): Promise<TemplateComparison> {
  return platformRead(admin, async (db) => {
    const [from, to] = await Promise.all([readVersion(db, input.from), readVersion(db, input.to)]);
    return { from: from.reference, to: to.reference, ...compareDefinitions(from.definition, to.definition) };
  });
}

/** What a version would change in a tenant. @throws AppError `not_found` for the tenant or the version */
export async function previewTemplate(
  admin: PlatformAdminActor,
  input: { tenant: string; template: string },
): Promise<TemplatePreview> {
  return platformRead(admin, async (db) => {
    const [state, version] = await Promise.all([readTenantState(db, input.tenant), readVersion(db, input.template)]);
    return previewOf(state, version);
  });
}

/** The version that a tenant is on, if any. @throws AppError `not_found` for the tenant */
export async function getTenantTemplate(
  admin: PlatformAdminActor,
  input: { tenant: string },
): Promise<TemplatePreview["current"]> {
  return platformRead(admin, async (db) => (await readTenantState(db, input.tenant)).current);
}

/** A version with what it holds, inside a running unit of work. */
export async function readVersion(db: ReadClient, id: string): Promise<TemplateVersion> {
  const [row] = await db.rows<{
    id: string;
    name: string;
    version: number;
    definition: unknown;
    archived_at: string | null;
  }>(
    sql`select t.id, t.name, t.version, t.definition, t.archived_at from templates t where t.id = ${id}::uuid`,
    "templates_version",
  );
  if (!row) throw new AppError("not_found", "Template not found");
  const { definition: stored, archived_at, ...reference } = row;
  return { reference, archivedAt: archived_at, definition: readDefinition(stored) };
}

/** All of a tenant that templates have a say in, inside a running unit of work. */
export async function readTenantState(db: ReadClient, id: string): Promise<TenantState> {
  const [[row], roles] = await Promise.all([
    db.rows<Pick<TenantState, "tenant" | "current"> & { own: unknown; from_template: unknown }>(
      sql`select jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as tenant, c.settings as own,
            m.definition -> 'settings' as from_template,
            case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name, 'version', m.version) end as current
          from tenants t join tenant_configs c on c.tenant_id = t.id left join templates m on m.id = c.template_id
          where t.id = ${id}::uuid`,
      "templates_tenant",
    ),
    db.rows<TenantRole>(
      sql`select r.id, r.key, r.name, r.description, r.grants_all,
            array(select p.permission from role_permissions p where p.tenant_id = r.tenant_id and p.role_id = r.id order by 1) as permissions,
            (select count(*)::int from membership_roles mr join memberships m on m.tenant_id = mr.tenant_id and m.id = mr.membership_id
              where mr.tenant_id = r.tenant_id and mr.role_id = r.id and m.status = 'active' and m.deleted_at is null) as member_count
          from roles r where r.tenant_id = ${id}::uuid order by r.key is null, lower(r.name)`,
      "templates_tenant_roles",
    ),
  ]);
  if (!row) throw new AppError("not_found", "Tenant not found");
  return {
    tenant: row.tenant,
    current: row.current,
    own: readSettings(row.own),
    fromTemplate: readSettings(row.from_template),
    roles,
  };
}
