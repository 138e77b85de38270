import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import type { TimelineEntry } from "../timeline";
import { type Member, memberList } from "./schema";

/** A step in the life of a member; the names are those of now, null where role or account are gone. */
export interface MemberStep extends TimelineEntry {
  table_name: "memberships" | "membership_roles" | "membership_accounts";
  role_name: string | null;
  account_name: string | null;
}

// `member_list` is a view of memberships that adds what app.member_profiles() shows of their people.
const COLUMNS = sql`
  x.id, x.user_id, x.name, x.email, x.avatar_url, x.status,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'assigned_at', to_char(mr.assigned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'assigned_by', case when p.user_id is not null then jsonb_build_object('user_id', p.user_id, 'name', p.full_name) end)
      order by r.name)
    from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
    left join lateral (select n.user_id, n.full_name from app.member_names() n where n.user_id = mr.assigned_by limit 1) p on true
    where mr.tenant_id = x.tenant_id and mr.membership_id = x.id), '[]') as roles,
  x.restricted_to_accounts,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'includes_below', ma.includes_below) order by a.name) from membership_accounts ma
    join accounts a on a.tenant_id = ma.tenant_id and a.id = ma.account_id
    where ma.tenant_id = x.tenant_id and ma.membership_id = x.id), '[]') as accounts,
  x.last_login, x.created_at, x.updated_at, x.deleted_at`;

/** One page of the team. Members are few in a tenant, so its filters need no index of their own. */
export async function listMembers(actor: TenantActor, query: ListQuery<typeof memberList>): Promise<Page<Member>> {
  const source: ListSource = {
    definition: memberList,
    table: "member_list",
    columns: COLUMNS,
    accountColumn: null,
    where: query.filters.deleted?.value ? sql`x.deleted_at is not null` : sql`x.deleted_at is null`,
    conditions: {
      deleted: () => null,
      name: (value) => (value.kind === "text" ? sql`strpos(x.name_key, ${value.text}) > 0` : null),
      role: (value) =>
        value.kind === "uuid"
          ? sql`exists (select 1 from membership_roles mr where mr.tenant_id = x.tenant_id and mr.membership_id = x.id
              and mr.role_id = any (${value.values}::uuid[]))`
          : null,
      account: (value) =>
        value.kind === "account"
          ? sql`(not x.restricted_to_accounts or exists (select 1 from membership_accounts ma
              join accounts r on r.tenant_id = ma.tenant_id and r.id = ma.account_id
              join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
                and a.path <= case when ma.includes_below then r.path || '~' else r.path end
              where ma.tenant_id = x.tenant_id and ma.membership_id = x.id and a.id = ${value.accountId}::uuid))`
          : null,
    },
  };
  return tenantRead(actor, "members:read", (db) => listPage<Member>(db, actor, source, query));
}

/** One member, past or present. @throws AppError `not_found` also for another tenant's. */
export async function getMember(actor: TenantActor, input: { id: string }): Promise<Member> {
  return tenantRead(actor, "members:read", (db) => readMember(db, actor, input.id));
}

/** Whether the actor may change a member as far as rights go: who holds or reaches more is out of reach. */
export async function mayChangeMember(actor: TenantActor, input: { id: string }): Promise<boolean> {
  const [row] = await tenantRead(actor, "members:read", (db) =>
    db.rows<{ may_change: boolean }>(
      sql`select app.may_change_member(${input.id}::uuid) as may_change`,
      "members_may_change",
    ),
  );
  return row?.may_change ?? false;
}

const HISTORY_LIMIT = 100;

/** What happened to a member, newest first: the membership itself, its roles and its accounts; at most 100 steps. */
export async function listMemberHistory(actor: TenantActor, input: { id: string }): Promise<MemberStep[]> {
  return tenantRead(actor, "audit_logs:read", (db) =>
    db.rows<MemberStep>(
      sql`select l.id, l.created_at, l.table_name, l.action, l.operation, l.actor_kind, l.actor_label, l.old_values, l.new_values,
            r.name as role_name, a.name as account_name
          from audit_logs l
          left join roles r on r.tenant_id = l.tenant_id and l.table_name = 'membership_roles'
            and r.id = coalesce(l.new_values ->> 'role_id', l.old_values ->> 'role_id')::uuid
          left join accounts a on a.tenant_id = l.tenant_id and l.table_name = 'membership_accounts' and a.id = l.account_id
          where l.tenant_id = ${actor.tenantId}::uuid and (
            (l.table_name = 'memberships' and l.record_id = ${input.id})
            or (l.table_name in ('membership_roles', 'membership_accounts') and starts_with(l.record_id, ${`${input.id}/`})))
          order by l.id desc limit ${HISTORY_LIMIT}`,
      "members_history",
    ),
  );
}

/** The stored member inside a running unit of work. */
export async function readMember(db: ReadClient, actor: TenantActor, id: string): Promise<Member> {
  const [row] = await db.rows<Member>(
    sql`select ${COLUMNS} from member_list x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "members_by_id",
  );
  if (!row) throw new AppError("not_found", "Member not found");
  return row;
}
