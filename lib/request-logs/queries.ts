import type { TenantActor } from "../actor";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, sql, tenantRead } from "../tenant-db";
import { type RequestLog, requestLogList } from "./schema";

export const REQUEST_LOG_SOURCE: ListSource = {
  definition: requestLogList,
  table: "request_logs",
  columns: sql`
    x.id, x.created_at, x.method, x.path, x.parameters, x.status, x.error_code, x.duration_ms, x.request_id, x.is_replay,
    case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as api_key,
    x.user_id, p.full_name as user_name, host(x.ip_address) as ip_address, x.user_agent`,
  joins: sql`
    left join tenant_api_keys k on k.tenant_id = x.tenant_id and k.id = x.api_key_id
    left join app.member_names() p on p.user_id = x.user_id`,
  accountColumn: null,
};

/**
 * One page of the requests to the API, newest first. A restricted actor sees the own requests, and those of the keys
 * that it sees. What was asked within the last second may be missing still.
 */
export async function listRequestLogs(
  actor: TenantActor,
  query: ListQuery<typeof requestLogList>,
): Promise<Page<RequestLog>> {
  return tenantRead(actor, "api_keys:read", (db) => listPage<RequestLog>(db, actor, REQUEST_LOG_SOURCE, query));
}
