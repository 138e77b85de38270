import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { type ReadClient, sql, tenantRead } from "../tenant-db";
import { readSettings, type SettingName, type TenantSettings } from "../tenant-settings";
import type { TenantConfig } from "./schema";

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
  const of = <N extends SettingName>(name: N) => {
    if (own[name] !== undefined) return { value: own[name], source: "own" as const };
    if (fromTemplate[name] !== undefined) return { value: fromTemplate[name], source: "template" as const };
    return { value: null, source: "none" as const };
  };
  return {
    settings: {
      default_currency: of("default_currency"),
      allowed_currencies: of("allowed_currencies"),
      allowed_countries: of("allowed_countries"),
      longest_key_lifetime_days: of("longest_key_lifetime_days"),
    },
    ...rest,
  };
}
