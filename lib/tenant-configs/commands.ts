import { requireAllAccounts } from "../account-reach";
import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { BUILT_IN_ROLES } from "../permissions";
import { REFUND_LIMIT_API_KEY } from "../refund-limits";
import { sql, tenantWrite, type WriteClient } from "../tenant-db";
import { requireCurrency, SETTING_NAMES, type TenantSettings } from "../tenant-settings";
import { readStoredConfig, written } from "./queries";
import type { TenantConfig, UpdateTenantConfigInput } from "./schema";

/**
 * Merges the settings that are present into the tenant's own.
 * @throws AppError `conflict` if somebody changed them since that version was read, `forbidden` for a restricted actor
 */
export async function updateTenantConfig(actor: TenantActor, input: UpdateTenantConfigInput): Promise<TenantConfig> {
  return tenantWrite(actor, "settings:write", "tenant_config.update", async (db) => {
    requireAllAccounts(actor);
    const stored = await readStoredConfig(db);
    const own = merged(stored.own, input);
    const inForce = { ...stored.fromTemplate, ...own };
    requireCurrency(inForce, "default_currency", inForce.default_currency);
    await checkTimeZone(db, input.time_zone);
    await checkRoles(db, actor, input.refund_role_limits);
    const { count } = await db.tenantConfig.updateMany({
      where: { version: input.version },
      data: { settings: { ...own }, version: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError(
        "conflict",
        `Somebody else changed the settings: read them again, they are at version ${stored.version}`,
      );
    return written(await readStoredConfig(db));
  });
}

function merged(own: TenantSettings, input: UpdateTenantConfigInput): TenantSettings {
  const changed = SETTING_NAMES.filter((name) => input[name] !== undefined);
  const kept = SETTING_NAMES.filter((name) => !changed.includes(name) && own[name] !== undefined);
  const values = [
    ...kept.map((name) => [name, own[name]] as const),
    ...changed.flatMap((name) => (input[name] === null ? [] : [[name, input[name]] as const])),
  ];
  return Object.fromEntries(values);
}

// The database works out days by its own table of zones, which need not be that of the process.
async function checkTimeZone(db: WriteClient, zone: string | null | undefined): Promise<void> {
  if (!zone) return;
  const [known] = await db.rows(sql`select 1 from pg_timezone_names z where z.name = ${zone}`, "tenant_config_zone");
  if (!known) throw fieldError("time_zone", "The database does not know this time zone");
}

async function checkRoles(
  db: WriteClient,
  actor: TenantActor,
  limits: UpdateTenantConfigInput["refund_role_limits"],
): Promise<void> {
  if (!limits) return;
  const roles = await db.rows<{ id: string; key: string | null }>(
    sql`select r.id, r.key from roles r where r.tenant_id = ${actor.tenantId}::uuid`,
    "tenant_config_roles",
  );
  const known = new Set([
    REFUND_LIMIT_API_KEY,
    ...Object.keys(BUILT_IN_ROLES),
    ...roles.flatMap(({ id, key }) => [id, key ?? id]),
  ]);
  for (const [index, { role }] of limits.entries())
    if (!known.has(role)) throw fieldError(`refund_role_limits.${index}.role`, "There is no such role");
}
