import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, readTimeline, sql, tenantRead } from "../tenant-db";
import type { TimelineEntry } from "../timeline";
import { type Refund, refundList } from "./schema";

const COLUMNS = sql`
  x.id, jsonb_build_object('id', p.id, 'reference', p.reference) as payment_intent,
  jsonb_build_object('id', a.id, 'name', a.name) as account, x.amount, x.currency, x.status, x.pending_reason,
  x.failure_reason, x.reason, x.comment,
  case when x.requested_by is not null then jsonb_build_object('kind', 'user', 'id', x.requested_by, 'name',
         coalesce((select m.full_name from app.member_names() m where m.user_id = x.requested_by limit 1), 'Former member'))
       when x.requested_by_key is not null then jsonb_build_object('kind', 'api_key', 'id', x.requested_by_key, 'name',
         coalesce((select k.name from tenant_api_keys k where k.tenant_id = x.tenant_id and k.id = x.requested_by_key), 'API key'))
  end as requested_by,
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
};

/** One page of refunds. */
export async function listRefunds(actor: TenantActor, query: ListQuery<typeof refundList>): Promise<Page<Refund>> {
  return tenantRead(actor, "refunds:read", (db) => listPage<Refund>(db, actor, REFUND_SOURCE, query));
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
  return row;
}

const PAYMENT_REFUNDS_LIMIT = 100;

/** The refunds of one payment, newest first, at most 100. */
export async function listPaymentRefunds(actor: TenantActor, input: { id: string }): Promise<Refund[]> {
  return tenantRead(actor, "refunds:read", (db) =>
    db.rows<Refund>(
      sql`select ${COLUMNS} from refunds x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid
          and x.payment_intent_id = ${input.id}::uuid order by x.id desc limit ${PAYMENT_REFUNDS_LIMIT}`,
      "refunds_of_payment",
    ),
  );
}

/** What happened to a refund, newest first. */
export async function listRefundTimeline(actor: TenantActor, input: { id: string }): Promise<TimelineEntry[]> {
  return tenantRead(actor, "refunds:read", (db) => readTimeline(db, actor, "refunds", input.id));
}
