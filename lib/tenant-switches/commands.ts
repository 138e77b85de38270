import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { platformWrite, sql } from "../tenant-db";
import { readTenantSwitches } from "./queries";
import type { SetTenantSwitchInput, TenantSwitches } from "./schema";

/**
 * Switches something of a tenant off, or on again; in force on the next request. The tenant reads who and why in its own
 * log.
 * @throws AppError `conflict` if it is so already, `not_found`
 */
export async function setTenantSwitch(admin: PlatformAdminActor, input: SetTenantSwitchInput): Promise<TenantSwitches> {
  const { id, switch: name, on, reason } = input;
  const operation = on ? "tenant_switches.switch_on" : "tenant_switches.switch_off";
  return platformWrite({ ...admin, reason }, operation, async (db) => {
    // Of two at once the second one finds what the first has made of it.
    await readTenantSwitches(db, id);
    const changed = on
      ? await db.rows(
          sql`delete from tenant_switches s where s.tenant_id = ${id}::uuid and s.name = ${name} returning s.name`,
        )
      : await db.rows(
          sql`insert into tenant_switches (tenant_id, name, reason) values (${id}::uuid, ${name}, ${reason})
              on conflict do nothing returning name`,
        );
    if (changed.length === 0) throw new AppError("conflict", `It is switched ${on ? "on" : "off"} already`);
    return readTenantSwitches(db, id);
  });
}
