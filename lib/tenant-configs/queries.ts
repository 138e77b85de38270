import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { readSettings, SETTING_NAMES, type TenantSettings } from "../tenant-settings";
import { type TenantConfig, type TenantConfigVersion, tenantConfigVersionList } from "./schema";

/** What is stored of a tenant's settings: its own, and its template's. */
interface StoredConfig extends Pick<TenantConfig, "template" | "version" | "updated_at"> {
  own: TenantSettings;
  fromTemplate: TenantSettings;
}

/** The tenant's settings as they count, and where each comes from. */
export async function getTenantConfig(actor: TenantActor): Promise<TenantConfig> {
  return tenantRead(actor, "settings:read", async (db) => written(await readStoredConfig(db)));
}

/** What is stored, inside a running unit of work. */
export async function readStoredConfig(db: ReadClient): Promise<StoredConfig> {
  const [row] = await db.rows<{
    own: unknown;
    from_template: unknown;
    template: TenantConfig["template"];
    version: number;
    updated_at: string;
  }>(
    sql`select s.own, s.template as from_template, s.version, s.updated_at,
          case when s.template_id is not null then
            jsonb_build_object('id', s.template_id, 'name', s.template_name, 'version', s.template_version) end as template
        from app.tenant_settings() s`,
    "tenant_config",
  );
  if (!row) throw new AppError("not_found", "This tenant has no settings");
  const { template, version, updated_at } = row;
  return { own: readSettings(row.own), fromTemplate: readSettings(row.from_template), template, version, updated_at };
}

/** What is stored, as pages and the API show it. */
export function written({ own, fromTemplate, ...rest }: StoredConfig): TenantConfig {
  const entries = SETTING_NAMES.map((name) => [name, effectiveValue(own[name], fromTemplate[name])]);
  return { settings: namedSettings(entries), ...rest };
}

function effectiveValue<T>(own: T | undefined, fromTemplate: T | undefined) {
  if (own !== undefined) return { value: own, source: "own" };
  if (fromTemplate !== undefined) return { value: fromTemplate, source: "template" };
  return { value: null, source: "none" };
}

/** Every name has its own value: the list of names is the type's, and each value was read by its own schema. */
function namedSettings(entries: unknown[][]): TenantConfig["settings"] {
  return Object.fromEntries(entries) as TenantConfig["settings"];
}

const VERSIONS: ListSource = {
  definition: tenantConfigVersionList,
  table: "tenant_config_versions",
  columns: sql`x.id, x.version, x.settings, x.previous_settings,
    jsonb_build_object('kind', x.actor_kind, 'name', x.actor_label) as changed_by, x.created_at`,
  accountColumn: null,
};

/** One page of the versions of the tenant's settings: who changed them, when, and what. */
export async function listTenantConfigVersions(
  actor: TenantActor,
  query: ListQuery<typeof tenantConfigVersionList>,
): Promise<Page<TenantConfigVersion>> {
  return tenantRead(actor, "settings:read", (db) => listPage<TenantConfigVersion>(db, actor, VERSIONS, query));
}
