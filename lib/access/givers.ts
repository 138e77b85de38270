import type { TenantActor } from "../actor";
import type { Permission } from "../permissions";
import { type ReadClient, sql, tenantRead } from "../tenant-db";

/** A member who could give a permission: who may give roles and holds it. */
export interface Giver {
  user_id: string;
  name: string;
}

const MAX_GIVERS = 5;

/** Whom to ask for a permission: at most five members, owners first. Names are no secret among members. */
export async function listGivers(actor: TenantActor, permission: Permission): Promise<Giver[]> {
  return tenantRead(actor, null, (db) => readGivers(db, actor, permission));
}

/** The same inside a running unit of work. */
export async function readGivers(db: ReadClient, actor: TenantActor, permission: Permission): Promise<Giver[]> {
  return db.rows<Giver>(
    sql`select n.user_id, n.full_name as name from memberships m
        join app.member_names() n on n.membership_id = m.id
        join lateral (select coalesce(bool_or(r.grants_all), false) as holds_all, coalesce(bool_or(r.key = 'owner'), false) as is_owner,
            array(select rp.permission from membership_roles o join role_permissions rp on rp.tenant_id = o.tenant_id
              and rp.role_id = o.role_id where o.tenant_id = m.tenant_id and o.membership_id = m.id) as held
          from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
          where mr.tenant_id = m.tenant_id and mr.membership_id = m.id) h on true
        where m.tenant_id = ${actor.tenantId}::uuid and m.status = 'active' and m.deleted_at is null
          and (h.holds_all or ('roles:write' = any (h.held) and ${permission} = any (h.held)))
        order by h.is_owner desc, m.restricted_to_accounts, n.full_name, n.user_id limit ${MAX_GIVERS}`,
    "access_givers",
  );
}
