import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, SETTINGS_SQL, sql, tenantRead } from "../tenant-db";
import { EVENT_PERMISSIONS, EVENT_TYPE_NAMES, EVENT_TYPES, type EventResource } from "./event-types";
import { type WebhookEndpoint, webhookEndpointList } from "./schema";

const COLUMNS = sql`
  x.id, x.url, x.description, x.event_types,
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as account,
  x.includes_personal_data,
  x.includes_personal_data and not coalesce((${SETTINGS_SQL} ->> 'mask_personal_data_in_webhooks')::boolean, false) as sends_personal_data,
  x.status, x.disabled_reason, x.disabled_at, x.failing_since, x.failures_in_a_row, x.last_success_at,
  coalesce((select jsonb_agg(jsonb_build_object(
      'created_at', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'expires_at', to_char(s.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.id desc) from webhook_secrets s
    where s.tenant_id = x.tenant_id and s.endpoint_id = x.id and (s.expires_at is null or s.expires_at > now())), '[]') as secrets,
  (select m.full_name from app.member_names() m where m.user_id = x.created_by limit 1) as created_by_name,
  x.created_at, x.updated_at`;

const JOINS = sql`left join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id`;

const SOURCE: ListSource = {
  definition: webhookEndpointList,
  table: "webhook_endpoints",
  columns: COLUMNS,
  joins: JOINS,
  accountColumn: "account_id",
  conditions: {
    // Endpoints are few in a tenant: a search within its rows needs no index of its own.
    url: (value) => (value.kind === "text" ? sql`strpos(lower(x.url), ${value.text}) > 0` : null),
  },
};

/** One page of endpoints. A restricted actor sees only those of the own accounts. */
export async function listWebhookEndpoints(
  actor: TenantActor,
  query: ListQuery<typeof webhookEndpointList>,
): Promise<Page<WebhookEndpoint>> {
  return tenantRead(actor, "webhooks:read", (db) => listPage<WebhookEndpoint>(db, actor, SOURCE, query));
}

/** One endpoint. @throws AppError `not_found` also for another tenant's. */
export async function getWebhookEndpoint(actor: TenantActor, input: { id: string }): Promise<WebhookEndpoint> {
  return tenantRead(actor, "webhooks:read", (db) => readWebhookEndpoint(db, actor, input.id));
}

/** The stored endpoint inside a running unit of work. */
export async function readWebhookEndpoint(db: ReadClient, actor: TenantActor, id: string): Promise<WebhookEndpoint> {
  const [row] = await db.rows<WebhookEndpoint>(
    sql`select ${COLUMNS} from webhook_endpoints x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "webhook_endpoints_by_id",
  );
  if (!row) throw new AppError("not_found", "Webhook endpoint not found");
  return row;
}

/** The events to choose from. */
export async function listWebhookEventTypes(actor: TenantActor) {
  // Nothing is read: the door only says whether the actor's session or key may.
  await tenantRead(actor, "webhooks:read", (db) => db.rows(sql`select 1`, "webhook_event_types"));
  return {
    items: EVENT_TYPE_NAMES.map((name) => ({
      name,
      description: EVENT_TYPES[name],
      permission: EVENT_PERMISSIONS[name.split(".")[0] as EventResource],
    })),
  };
}
