import { readSettings, type TenantSettings } from "../tenant-settings";
import { type ReadClient, sql } from "./client";

/** SQL of the settings that count for the transaction's tenant: its own, above those of its template. */
export const SETTINGS_SQL = sql`(select s.template || s.own from app.tenant_settings() s)`;

/** The settings that count for the transaction's tenant, inside a running unit of work. */
export async function settingsInForce(db: ReadClient): Promise<TenantSettings> {
  const [row] = await db.rows<{ settings: unknown }>(sql`select ${SETTINGS_SQL} as settings`, "tenant_settings");
  return readSettings(row?.settings);
}
