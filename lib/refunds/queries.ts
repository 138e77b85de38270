import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { FilterValueOf, ListQuery, Page } from "../list-query";
import { maskRecord } from "../personal-data";
import {
  join,
  type ListSource,
  listPage,
  type ReadClient,
  type ReadPart,
  readTimeline,
  sql,
  tenantRead,
  tenantReadParts,
} from "../tenant-db";
import type { TimelineEntry } from "../timeline";
import { type Refund, refundList } from "./schema";

type Sql = ReturnType<typeof sql>;

/** Inside JSON the database writes a time in its own way; this is how all others are written. */
const ISO_TIME = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const COLUMNS = sql`
  x.id, jsonb_build_object('id', p.id, 'reference', p.reference) as payment_intent,
  jsonb_build_object('id', a.id, 'name', a.name) as account, x.amount, x.currency, x.status, x.pending_reason,
  x.failure_reason, x.reason, x.comment,
  case when x.requested_by is not null then jsonb_build_object('kind', 'user', 'id', x.requested_by, 'name',
         coalesce((select m.full_name from app.member_names() m where m.user_id = x.requested_by limit 1), 'Former member'))
       when x.requested_by_key is not null then jsonb_build_object('kind', 'api_key', 'id', x.requested_by_key, 'name',
         coalesce((select k.name from tenant_api_keys k where k.tenant_id = x.tenant_id and k.id = x.requested_by_key), 'API key'))
  end as requested_by,
  case when x.approval_status is not null then jsonb_build_object('status', x.approval_status,
         'expires_at', to_char(x.approval_expires_at at time zone 'UTC', ${ISO_TIME}),
         'decided_by', case when x.decided_by is not null then jsonb_build_object('id', x.decided_by, 'name',
           coalesce((select m.full_name from app.member_names() m where m.user_id = x.decided_by limit 1), 'Former member')) end,
         'decided_at', to_char(x.decided_at at time zone 'UTC', ${ISO_TIME}), 'comment', x.decision_comment,
         'excluded_user_ids', to_jsonb(array_remove(array[x.answerable_user_id], null)))
  end as approval,
  x.provider_reference, x.submitted_at, x.created_at, x.updated_at`;

const JOINS = sql`
  join payment_intents p on p.tenant_id = x.tenant_id and p.id = x.payment_intent_id
  join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id`;

export const REFUND_SOURCE: ListSource = {
  definition: refundList,
  table: "refunds",
  columns: COLUMNS,
  joins: JOINS,
  accountColumn: "account_id",
  conditions: {
    // Refunds succeed any time after they were made: their ids tell nothing of it.
    succeeded: (value) => (value.kind === "dateRange" ? succeededSql(value) : null),
  },
};

function succeededSql({ from, to }: FilterValueOf<"dateRange">): Sql {
  const parts = [
    ...(from === null ? [] : [sql`x.succeeded_at >= ${from}::timestamptz`]),
    ...(to === null ? [] : [sql`x.succeeded_at < ${to}::timestamptz`]),
  ];
  return join(parts, " and ");
}

/** One page of refunds. */
export async function listRefunds(actor: TenantActor, query: ListQuery<typeof refundList>): Promise<Page<Refund>> {
  const page = await tenantRead(actor, "refunds:read", (db) => listPage<Refund>(db, actor, REFUND_SOURCE, query));
  return { ...page, items: maskRecord(actor, page.items) };
}

/** One refund. @throws AppError `not_found` also for another tenant's. */
export async function getRefund(actor: TenantActor, input: { id: string }): Promise<Refund> {
  return tenantRead(actor, "refunds:read", (db) => readRefund(db, actor, input.id));
}

/** The stored refund inside a running unit of work. */
export async function readRefund(db: ReadClient, actor: TenantActor, id: string): Promise<Refund> {
  const [row] = await db.rows<Refund>(
    sql`select ${COLUMNS} from refunds x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "refunds_by_id",
  );
  if (!row) throw new AppError("not_found", "Refund not found");
  return maskRecord(actor, row);
}

const PAYMENT_REFUNDS_LIMIT = 100;

/** The refunds of one payment, newest first, at most 100. */
export async function listPaymentRefunds(actor: TenantActor, input: { id: string }): Promise<Refund[]> {
  const refunds = await tenantRead(actor, "refunds:read", (db) =>
    db.rows<Refund>(
      sql`select ${COLUMNS} from refunds x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid
          and x.payment_intent_id = ${input.id}::uuid order by x.id desc limit ${PAYMENT_REFUNDS_LIMIT}`,
      "refunds_of_payment",
    ),
  );
  return maskRecord(actor, refunds);
}

/** What happened to a refund, newest first. */
export async function listRefundTimeline(actor: TenantActor, input: { id: string }): Promise<TimelineEntry[]> {
  const entries = await tenantRead(actor, "refunds:read", (db) => readTimeline(db, actor, "refunds", input.id));
  return maskRecord(actor, entries);
}

/** What the pages of a tenant say of its guard rails: a stop in force, and refunds that wait for a second person. */
export interface RefundAlerts {
  stop: { id: string; reason: string; created_at: string; stopped_by_name: string | null } | null;
  /** Refunds within the actor's reach that wait for a decision, at most 100. */
  waiting: number;
}

const ALERTS_CAP = 100;

/** Read in front of every page: two index look-ups. */
export function refundAlertsPart(actor: TenantActor): ReadPart<RefundAlerts> {
  const scope = sql`(${actor.accountIds}::uuid[] is null or x.account_id = any (${actor.accountIds}::uuid[]))`;
  return {
    permission: "refunds:read",
    query: sql`select jsonb_build_object(
        'stop', (select jsonb_build_object('id', s.id, 'reason', s.reason,
          'created_at', to_char(s.created_at at time zone 'UTC', ${ISO_TIME}), 'stopped_by_name', coalesce(
            (select m.full_name from app.member_names() m where m.user_id = s.stopped_by limit 1),
            (select k.name from tenant_api_keys k where k.tenant_id = s.tenant_id and k.id = s.stopped_by_key)))
          from refund_stops s where s.tenant_id = ${actor.tenantId}::uuid and s.lifted_at is null),
        'waiting', (select count(*) from (select 1 from refunds x where x.tenant_id = ${actor.tenantId}::uuid
          and x.approval_status = 'pending' and ${scope} limit ${ALERTS_CAP}) w))`,
  };
}

/** A stop of refunds that is in force, and how many wait for a decision. */
export async function readRefundAlerts(actor: TenantActor): Promise<RefundAlerts> {
  const { alerts } = await tenantReadParts(actor, "refund", { alerts: refundAlertsPart(actor) });
  return alerts;
}
