import type { Switch } from "../switches";
import { type ReadClient, sql } from "./client";

/**
 * Refuses what the platform has switched off for the actor's tenant. The ways in, payments and refunds are refused by the
 * database itself; this is for what no row tells of, such as an export, and for commands that must ask this first.
 * @throws AppError `switched_off`, with the reason that the platform gave
 */
export async function requireSwitch(db: ReadClient, name: Switch): Promise<void> {
  await db.rows(sql`select app.require_own_switch(${name})`, "require_own_switch");
}
