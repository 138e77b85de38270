import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { SWITCHES } from "../switches";
import { platformRead, type ReadClient, sql } from "../tenant-db";
import type { TenantSwitches } from "./schema";

/** All switches of a tenant, for the platform's admins. @throws AppError `not_found` */
export async function getTenantSwitches(admin: PlatformAdminActor, input: { id: string }): Promise<TenantSwitches> {
  return platformRead(admin, (db) => readTenantSwitches(db, input.id));
}

/** The switches as stored, inside a unit of work of the platform. */
export async function readTenantSwitches(db: ReadClient, id: string): Promise<TenantSwitches> {
  const [row] = await db.rows<TenantSwitches>(
    sql`select jsonb_build_object('id', t.id, 'name', t.name) as tenant,
          (select jsonb_agg(jsonb_build_object('name', n.name, 'is_on', s.name is null, 'reason', s.reason,
              'switched_off_by', case when u.id is not null then jsonb_build_object('id', u.id, 'name', coalesce(nullif(u.full_name, ''), u.email)) end,
              'switched_off_at', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.place)
            from unnest(${[...SWITCHES]}::text[]) with ordinality as n (name, place)
            left join tenant_switches s on s.tenant_id = t.id and s.name = n.name
            left join users u on u.id = s.switched_off_by) as switches
        from tenants t where t.id = ${id}::uuid`,
    "tenant_switches_of",
  );
  if (!row) throw new AppError("not_found", "Tenant not found");
  return row;
}
