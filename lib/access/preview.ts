import type { MemberActor } from "../actor";
import type { Permission } from "../permissions";
import { isRestricting, namedAccounts, type ReachInput } from "../reach-input";
import { join, type ReadClient, sql, tenantRead } from "../tenant-db";
import { draftPermissions } from "./draft-permissions";
import type { AccessDraft } from "./schema";

/** What somebody would see with rights that are not saved yet. */
export interface AccessPreview {
  permissions: Permission[];
  /** Of those, what the asker does not hold: nobody gives that, so it is not looked through either. */
  not_held: Permission[];
  /** Null: not restricted. */
  accounts: number | null;
  /** Rows within reach, up to a cap; without an entry: the permission to read them is missing. */
  lists: { list: ListName; count: number; is_capped: boolean }[];
}

const LISTS = {
  accounts: { permission: "accounts:read", table: sql`accounts`, column: sql`x.id`, where: sql`x.deleted_at is null` },
  payment_intents: {
    permission: "payment_intents:read",
    table: sql`payment_intents`,
    column: sql`x.account_id`,
    where: sql`true`,
  },
  refunds: { permission: "refunds:read", table: sql`refunds`, column: sql`x.account_id`, where: sql`true` },
  documents: {
    permission: "documents:read",
    table: sql`documents`,
    column: sql`x.account_id`,
    where: sql`x.deleted_at is null`,
  },
  audit_logs: { permission: "audit_logs:read", table: sql`audit_logs`, column: sql`x.account_id`, where: sql`true` },
} as const satisfies Record<string, { permission: Permission; table: unknown; column: unknown; where: unknown }>;

export type ListName = keyof typeof LISTS;

/** Enough to compare by; more is not counted. */
const COUNT_CAP = 1000;

/**
 * What roles, permissions and a restriction would come to, before they are saved: permissions, accounts, and how many rows
 * of each list. Counted within the asker's own reach and rights, which nobody can give more than.
 */
export async function previewAccess(actor: MemberActor, draft: AccessDraft): Promise<AccessPreview> {
  return tenantRead(actor, draft.role_ids.length > 0 ? "roles:read" : null, async (db) => {
    const permissions = await draftPermissions(db, actor, draft.role_ids, draft.permissions);
    const reach = isRestricting(draft) ? await reachedIds(db, actor, draft) : actor.accountIds;
    const seen = (Object.keys(LISTS) as ListName[]).filter((list) => {
      const { permission } = LISTS[list];
      return permissions.includes(permission) && actor.permissions.has(permission);
    });
    return {
      permissions,
      not_held: permissions.filter((name) => !actor.permissions.has(name)),
      accounts: isRestricting(draft) ? (reach?.length ?? 0) : null,
      lists: seen.length > 0 ? await countRows(db, actor, seen, reach) : [],
    };
  });
}

async function reachedIds(db: ReadClient, actor: MemberActor, draft: ReachInput): Promise<string[]> {
  const named = namedAccounts(draft);
  const ids = (isBranch: boolean) =>
    named.flatMap(({ id, includes_below }) => (includes_below === isBranch ? [id] : []));
  const rows = await db.rows<{ id: string }>(
    sql`select a.id from accounts a where a.tenant_id = ${actor.tenantId}::uuid and (a.id = any (${ids(false)}::uuid[])
          or exists (select 1 from accounts r where r.tenant_id = a.tenant_id and r.id = any (${ids(true)}::uuid[])
            and a.path >= r.path and a.path < r.path || '~'))`,
  );
  return rows.map(({ id }) => id);
}

async function countRows(
  db: ReadClient,
  actor: MemberActor,
  lists: readonly ListName[],
  accountIds: readonly string[] | null,
): Promise<AccessPreview["lists"]> {
  const counts = lists.map((list) => {
    const { table, column, where } = LISTS[list];
    return sql`select ${list} as list, (select count(*)::int from (select 1 from ${table} x where x.tenant_id = ${actor.tenantId}::uuid
      and ${where} and (${accountIds}::uuid[] is null or ${column} = any (${accountIds}::uuid[])) limit ${COUNT_CAP + 1}) c) as count`;
  });
  const rows = await db.rows<{ list: ListName; count: number }>(join(counts, " union all "));
  return rows.map(({ list, count }) => ({ list, count: Math.min(count, COUNT_CAP), is_capped: count > COUNT_CAP }));
}
