import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { platformRead, sql } from "../tenant-db";
import { FIRST_DAY } from "./first-day";
import { COUNT_CAP } from "./names";
import { FILE_CAP, type TenantUsage } from "./usage-schema";

const COUNTED = COUNT_CAP + 1;
const ADDED_UP = FILE_CAP + 1;

/**
 * How much a tenant uses. Requests and payments come from totals that are kept; the rest is counted, as far as that is
 * cheap, and says where it stopped. @throws AppError `not_found`
 */
export async function getTenantUsage(admin: PlatformAdminActor, input: { id: string }): Promise<TenantUsage> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<TenantUsage>(
      sql`select x.id,
          (select jsonb_agg(jsonb_build_object('day', d.day::date, 'count', coalesce(r.requests, 0),
              'client_errors', coalesce(r.client_errors, 0), 'server_errors', coalesce(r.server_errors, 0)) order by d.day)
            from generate_series(${FIRST_DAY}, ${FIRST_DAY} + 29, interval '1 day') as d (day)
            left join (select t.day, sum(t.requests) as requests, sum(t.client_errors) as client_errors,
                sum(t.server_errors) as server_errors
              from request_totals t where t.tenant_id = x.id and t.day >= ${FIRST_DAY} group by t.day) r on r.day = d.day::date) as requests,
          app.tenant_volume(x.id, ${FIRST_DAY}) as volume,
          jsonb_build_array(
            jsonb_build_object('kind', 'accounts', 'count',
              (select count(*) from (select from accounts t where t.tenant_id = x.id limit ${COUNTED}) c)),
            jsonb_build_object('kind', 'payment_intents', 'count',
              (select count(*) from (select from payment_intents t where t.tenant_id = x.id limit ${COUNTED}) c)),
            jsonb_build_object('kind', 'refunds', 'count',
              (select count(*) from (select from refunds t where t.tenant_id = x.id limit ${COUNTED}) c)),
            jsonb_build_object('kind', 'documents', 'count',
              (select count(*) from (select from documents t where t.tenant_id = x.id limit ${COUNTED}) c)),
            jsonb_build_object('kind', 'audit_logs', 'count',
              (select count(*) from (select from audit_logs t where t.tenant_id = x.id limit ${COUNTED}) c))) as rows,
          (select jsonb_build_object('files', count(*), 'bytes', coalesce(sum(d.size_bytes), 0))
            from (select t.size_bytes from documents t where t.tenant_id = x.id limit ${ADDED_UP}) d) as storage,
          (select jsonb_build_object('live', count(*),
              'used', count(*) filter (where k.last_used_at >= now() - interval '30 days'))
            from tenant_api_keys k where k.tenant_id = x.id and (k.revoked_at is null or k.revoked_at > now())
              and (k.expires_at is null or k.expires_at > now())) as api_keys,
          (select jsonb_build_object('active', count(*),
              'signed_in', count(*) filter (where u.last_login >= now() - interval '30 days'))
            from (select m.user_id from memberships m where m.tenant_id = x.id and m.status = 'active' and m.deleted_at is null
              limit ${COUNTED}) m join users u on u.id = m.user_id) as members
        from tenants x where x.id = ${input.id}::uuid`,
      "tenant_usage",
    ),
  );
  if (!row) throw new AppError("not_found", "Tenant not found");
  return row;
}
