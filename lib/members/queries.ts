import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type Member, memberList } from "./schema";

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
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name) from membership_accounts ma
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
              join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
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

/** The stored member inside a running unit of work. */
async function readMember(db: ReadClient, actor: TenantActor, id: string): Promise<Member> {
  const [row] = await db.rows<Member>(
    sql`select ${COLUMNS} from member_list x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "members_by_id",
  );
  if (!row) throw new AppError("not_found", "Member not found");
  return row;
}
