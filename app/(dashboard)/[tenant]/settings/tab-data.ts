import type { TenantActor } from "@/lib/actor";
import { listRoleChoices } from "@/lib/roles/queries";
import { getTenantConfig } from "@/lib/tenant-configs/queries";
import { permittedData } from "../permitted-data";
import type { SettingFacts } from "./setting-note";

/** What a tab's form is given. */
export interface SettingsTabProps extends SettingFacts {
  tenantSlug: string;
  mayChange: boolean;
}

/** Reads what every tab shows: the settings with where they come from, and the names of roles. */
export async function readSettingsTab(actor: TenantActor, tenantSlug: string): Promise<SettingsTabProps> {
  const [config, choices] = await Promise.all([
    getTenantConfig(actor),
    permittedData(actor, "roles:read", () => listRoleChoices(actor), []),
  ]);
  return {
    tenantSlug,
    config,
    roles: Object.fromEntries(choices.map(({ id, key, name }) => [key ?? id, name])),
    mayChange: actor.permissions.has("settings:write") && actor.accountIds === null,
  };
}
