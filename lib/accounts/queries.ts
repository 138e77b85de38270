import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type Account, type AccountTreeInput, type AccountTreeNode, accountList } from "./schema";

const COLUMNS = sql`
  x.id, x.name, x.display_name, jsonb_build_object('name', t.name) as tenant,
  case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as parent,
  length(x.path) / 37 - 1 as depth,
  jsonb_build_object('code', c.code, 'name', c.name, 'symbol', c.symbol) as currency,
  case when pc.code is not null then jsonb_build_object('code', pc.code, 'name', pc.name, 'symbol', pc.symbol) end as payout_currency,
  case when co.code is not null then jsonb_build_object('code', co.code, 'name', co.name) end as country,
  x.terms_and_conditions_url, x.metadata, x.created_at, x.updated_at, x.deleted_at`;

const JOINS = sql`
  join tenants t on t.id = x.tenant_id
  join currencies c on c.code = x.currency
  left join currencies pc on pc.code = x.payout_currency
  left join countries co on co.code = x.country
  left join accounts p on p.tenant_id = x.tenant_id and p.id = x.parent_id`;

/** For what was true of accounts at a past moment. */
export const ACCOUNT_SNAPSHOTS = { table: "accounts", columns: COLUMNS, joins: JOINS };

/** One page of accounts; deleted ones only where the query asks for them. */
export async function listAccounts(actor: TenantActor, query: ListQuery<typeof accountList>): Promise<Page<Account>> {
  const source: ListSource = {
    definition: accountList,
    table: "accounts",
    columns: COLUMNS,
    joins: JOINS,
    accountColumn: "id",
    where: query.filters.deleted?.value ? sql`x.deleted_at is not null` : sql`x.deleted_at is null`,
    conditions: {
      deleted: () => null,
      // Accounts are few in a tenant: a search within its rows needs no index of its own.
      name: (value) => (value.kind === "text" ? sql`strpos(lower(x.name), ${value.text}) > 0` : null),
    },
  };
  return tenantRead(actor, "accounts:read", (db) => listPage<Account>(db, actor, source, query));
}

/** One account, deleted or not. @throws AppError `not_found` also for another tenant's. */
export async function getAccount(actor: TenantActor, input: { id: string }): Promise<Account> {
  return tenantRead(actor, "accounts:read", (db) => readAccount(db, actor, input.id));
}

/** The stored account inside a running unit of work. */
export async function readAccount(db: ReadClient, actor: TenantActor, id: string): Promise<Account> {
  const [row] = await db.rows<Account>(
    sql`select ${COLUMNS} from accounts x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "accounts_by_id",
  );
  if (!row) throw new AppError("not_found", "Account not found");
  return row;
}

/** One node of the account tree. */
export interface AccountNode {
  id: string;
  name: string;
  parent_id: string | null;
  depth: number;
  currency: string;
  deleted_at: string | null;
}

/** Most that a tree or a choice list shows. */
export const MAX_TREE_NODES = 5000;

/** The database allows no more levels. */
const MAX_TREE_DEPTH = 12;

/**
 * All living accounts in the order of the tree, parents before children, siblings by name. `withDeleted` is for what
 * looks back, such as totals: payments outlive their account. A tree begins where the actor's reach does: what is above
 * is not named.
 */
export async function listAccountTree(actor: TenantActor, { withDeleted = false } = {}): Promise<AccountNode[]> {
  return tenantRead(actor, "accounts:read", (db) =>
    db.rows<AccountNode>(
      sql`with recursive tree as (
            select a.id, a.name, null::uuid as parent_id, a.currency, a.deleted_at, 0 as depth, array[lower(a.name), a.id::text] as place
            from accounts a where a.tenant_id = ${actor.tenantId}::uuid and (a.deleted_at is null or ${withDeleted})
              and not exists (select 1 from accounts p where p.tenant_id = a.tenant_id and p.id = a.parent_id and (p.deleted_at is null or ${withDeleted}))
            union all
            select a.id, a.name, a.parent_id, a.currency, a.deleted_at, tree.depth + 1, tree.place || array[lower(a.name), a.id::text]
            from tree join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.parent_id = tree.id
              and (a.deleted_at is null or ${withDeleted})
          )
          select id, name, parent_id, currency, deleted_at, depth from tree order by place limit ${MAX_TREE_NODES}`,
      "accounts_tree",
    ),
  );
}

/**
 * The tree of living accounts, or the branch of one, down to so many levels; `is_capped` if there are more than fit.
 * A restricted actor's trees begin at the topmost accounts within its reach.
 * @throws AppError `not_found` for a branch whose account is not there
 */
export async function getAccountTree(
  actor: TenantActor,
  { id, depth }: AccountTreeInput,
): Promise<{ items: AccountTreeNode[]; is_capped: boolean }> {
  const within = sql`(${actor.accountIds}::uuid[] is null or a.id = any (${actor.accountIds}::uuid[]))`;
  const rows = await tenantRead(actor, "accounts:read", (db) =>
    db.rows<AccountTreeNode>(
      sql`with recursive tree as (
            select a.id, a.path, 0 as level, array[lower(a.name), a.id::text] as place
            from accounts a where a.tenant_id = ${actor.tenantId}::uuid and a.deleted_at is null and ${within}
              and case when ${id ?? null}::uuid is not null then a.id = ${id ?? null}::uuid
                else not exists (select 1 from accounts p where p.tenant_id = a.tenant_id and p.id = a.parent_id) end
            union all
            select a.id, a.path, tree.level + 1, tree.place || array[lower(a.name), a.id::text]
            from tree join accounts a on a.tenant_id = ${actor.tenantId}::uuid and a.parent_id = tree.id
              and a.deleted_at is null and ${within}
            where tree.level < ${depth ?? MAX_TREE_DEPTH}::int
          )
          select x.id, x.name, x.display_name, case when ${actor.accountIds}::uuid[] is null
              or x.parent_id = any (${actor.accountIds}::uuid[]) then x.parent_id end as parent_id, length(x.path) / 37 - 1 as depth,
            jsonb_build_object('code', c.code, 'name', c.name, 'symbol', c.symbol) as currency,
            (select count(*)::int from accounts b where b.tenant_id = x.tenant_id and b.path > x.path
              and b.path < x.path || '~' and b.deleted_at is null) as account_count, x.deleted_at
          from tree join accounts x on x.tenant_id = ${actor.tenantId}::uuid and x.id = tree.id
          join currencies c on c.code = x.currency order by tree.place limit ${MAX_TREE_NODES + 1}`,
      "accounts_branch",
    ),
  );
  if (id && rows.length === 0) throw new AppError("not_found", "Account not found");
  return { items: rows.slice(0, MAX_TREE_NODES), is_capped: rows.length > MAX_TREE_NODES };
}
