import type { PlatformAdminActor } from "../actor";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, sql } from "../tenant-db";
import { type Tenant, tenantList } from "./schema";

const SOURCE: ListSource = {
  definition: tenantList,
  table: "tenants",
  columns: sql`x.id, x.slug, x.name, x.domain, x.subscription_tier, x.status, x.created_at,
    (select count(*)::int from memberships m where m.tenant_id = x.id and m.status = 'active' and m.deleted_at is null) as member_count,
    (select count(*)::int from accounts a where a.tenant_id = x.id and a.deleted_at is null) as account_count`,
  accountColumn: null,
  conditions: {
    name: (value) =>
      value.kind === "text"
        ? sql`(strpos(lower(x.name), ${value.text}) > 0 or strpos(x.slug, ${value.text}) > 0)`
        : null,
  },
};

/** One page of all tenants. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTenants(
  admin: PlatformAdminActor,
  query: ListQuery<typeof tenantList>,
): Promise<Page<Tenant>> {
  return platformRead(admin, (db) => listPage<Tenant>(db, admin, SOURCE, query));
}
