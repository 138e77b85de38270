import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type Invitation, invitationList } from "./schema";

const STATE = sql`case when x.accepted_at is not null then 'accepted' when x.revoked_at is not null then 'revoked'
  when x.expires_at <= now() then 'expired' else 'open' end`;

const COLUMNS = sql`
  x.id, x.email, ${STATE} as state,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name) from invitation_roles ir
    join roles r on r.tenant_id = ir.tenant_id and r.id = ir.role_id
    where ir.tenant_id = x.tenant_id and ir.invitation_id = x.id), '[]') as roles,
  x.restricted_to_accounts,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'includes_below', ia.includes_below) order by a.name)
    from invitation_accounts ia join accounts a on a.tenant_id = ia.tenant_id and a.id = ia.account_id
    where ia.tenant_id = x.tenant_id and ia.invitation_id = x.id), '[]') as accounts,
  (select jsonb_build_object('user_id', n.user_id, 'name', n.full_name) from app.member_names() n
    where n.user_id = x.invited_by limit 1) as invited_by,
  x.sent_at, x.expires_at, x.revoked_at, x.accepted_at, x.membership_id as member_id, x.created_at`;

const SOURCE: ListSource = {
  definition: invitationList,
  table: "invitations",
  // Nobody may read the hash, so no statement asks for all columns.
  rowColumns: [
    ...["tenant_id", "id", "email", "restricted_to_accounts", "invited_by", "sent_at", "expires_at", "revoked_at"],
    ...["accepted_at", "membership_id", "created_at"],
  ],
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    state: (value) => (value.kind === "enum" ? sql`${STATE} = any (${value.values}::text[])` : null),
    email: (value) => (value.kind === "text" ? sql`strpos(lower(x.email), ${value.text}) > 0` : null),
    role: (value) =>
      value.kind === "uuid"
        ? sql`exists (select 1 from invitation_roles ir where ir.tenant_id = x.tenant_id and ir.invitation_id = x.id
            and ir.role_id = any (${value.values}::uuid[]))`
        : null,
  },
};

/** One page of the invitations; a restricted actor sees those to the own accounts only. */
export async function listInvitations(
  actor: TenantActor,
  query: ListQuery<typeof invitationList>,
): Promise<Page<Invitation>> {
  return tenantRead(actor, "members:read", (db) => listPage<Invitation>(db, actor, SOURCE, query));
}

/** One invitation. @throws AppError `not_found` also for another tenant's */
export async function getInvitation(actor: TenantActor, input: { id: string }): Promise<Invitation> {
  return tenantRead(actor, "members:read", (db) => readInvitation(db, actor, input.id));
}

/** The stored invitation inside a running unit of work. */
export async function readInvitation(db: ReadClient, actor: TenantActor, id: string): Promise<Invitation> {
  const [row] = await db.rows<Invitation>(
    sql`select ${COLUMNS} from invitations x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "invitations_by_id",
  );
  if (!row) throw new AppError("not_found", "Invitation not found");
  return row;
}
