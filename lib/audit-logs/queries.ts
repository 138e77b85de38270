import type { PlatformAdminActor, TenantActor } from "../actor";
import { shownValues } from "../audit-values";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, sql, tenantRead } from "../tenant-db";
import { PLATFORM_CONDITIONS } from "./platform-conditions";
import {
  type AuditLog,
  auditLogList,
  type PlatformAuditLog,
  type PlatformLogChoices,
  platformAuditLogList,
} from "./schema";

const COLUMNS = sql`
  x.id, x.created_at, x.table_name, x.record_id, x.action, x.operation, x.actor_kind, x.actor_label, x.user_id,
  x.api_key_id, x.account_id, x.request_id, host(x.ip_address) as ip_address, x.user_agent, x.reason, x.visit_id, x.old_values, x.new_values`;

export const AUDIT_LOG_SOURCE: ListSource = {
  definition: auditLogList,
  table: "audit_logs",
  columns: COLUMNS,
  accountColumn: "account_id",
  hasMonths: true,
};

/** One page of the audit log, newest first. A restricted actor sees the changes of the own accounts only. */
export async function listAuditLogs(
  actor: TenantActor,
  query: ListQuery<typeof auditLogList>,
): Promise<Page<AuditLog>> {
  const page = await tenantRead(actor, "audit_logs:read", (db) =>
    listPage<AuditLog>(db, actor, AUDIT_LOG_SOURCE, query),
  );
  return { ...page, items: page.items.map((entry) => masked(actor, entry)) };
}

/** One entry of the audit log. @throws AppError `not_found` also for another tenant's. */
export async function getAuditLog(actor: TenantActor, input: { id: string }): Promise<AuditLog> {
  const [row] = await tenantRead(actor, "audit_logs:read", (db) =>
    db.rows<AuditLog>(
      sql`select ${COLUMNS} from audit_logs x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${input.id}::uuid`,
      "audit_logs_by_id",
    ),
  );
  if (!row) throw new AppError("not_found", "Audit log entry not found");
  return masked(actor, row);
}

/** More than anybody picks from. */
const MAX_CHOICES = 500;

export const PLATFORM_LOG_SOURCE = {
  definition: platformAuditLogList,
  table: "audit_logs",
  columns: sql`${COLUMNS}, case when t.id is not null then jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end as tenant`,
  joins: sql`left join tenants t on t.id = x.tenant_id`,
  accountColumn: null,
  conditions: PLATFORM_CONDITIONS,
  hasMonths: true,
} satisfies ListSource;

/** One page of the whole platform's log, newest first. Data of tenants' customers is masked for the staff. */
export async function listPlatformAuditLogs(
  admin: PlatformAdminActor,
  query: ListQuery<typeof platformAuditLogList>,
): Promise<Page<PlatformAuditLog>> {
  const page = await platformRead(admin, (db) => listPage<PlatformAuditLog>(db, admin, PLATFORM_LOG_SOURCE, query));
  return { ...page, items: page.items.map((entry) => masked(admin, entry)) };
}

/** One entry of the whole platform's log, with customers' data masked. @throws AppError `not_found` */
export async function getPlatformAuditLog(admin: PlatformAdminActor, input: { id: string }): Promise<PlatformAuditLog> {
  const { columns, joins } = PLATFORM_LOG_SOURCE;
  const [row] = await platformRead(admin, (db) =>
    db.rows<PlatformAuditLog>(
      sql`select ${columns} from audit_logs x ${joins} where x.id = ${input.id}::uuid`,
      "platform_audit_logs_by_id",
    ),
  );
  if (!row) throw new AppError("not_found", "Audit log entry not found");
  return masked(admin, row);
}

/** Tenants and platform admins to filter by, by name. */
export async function listPlatformLogChoices(admin: PlatformAdminActor): Promise<PlatformLogChoices> {
  const [tenants, admins] = await platformRead(admin, (db) =>
    Promise.all([
      db.rows<PlatformLogChoices["tenants"][number]>(
        sql`select t.id, t.name from tenants t order by t.name, t.id limit ${MAX_CHOICES}`,
        "platform_log_tenants",
      ),
      db.rows<PlatformLogChoices["admins"][number]>(
        sql`select u.id as user_id, coalesce(nullif(u.full_name, ''), u.email) as full_name
            from platform_admins p join users u on u.id = p.user_id order by 2, 1 limit ${MAX_CHOICES}`,
        "platform_log_admins",
      ),
    ]),
  );
  return { tenants, admins };
}

/** A person who can be chosen in the filter by actor: present and past members. */
export interface MemberName {
  user_id: string;
  full_name: string;
}

/** Names of the tenant's people, by name. */
export async function listMemberNames(actor: TenantActor): Promise<MemberName[]> {
  return tenantRead(actor, null, (db) =>
    db.rows<MemberName>(
      sql`select distinct user_id, full_name from app.member_names() order by full_name, user_id`,
      "member_names",
    ),
  );
}

function masked<T extends AuditLog>(actor: TenantActor | PlatformAdminActor, entry: T): T {
  const shown = (values: AuditLog["old_values"]) => shownValues(actor, entry.table_name, values);
  return { ...entry, old_values: shown(entry.old_values), new_values: shown(entry.new_values) };
}
