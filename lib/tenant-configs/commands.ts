import { requireAllAccounts } from "../account-reach";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { tenantWrite } from "../tenant-db";
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
