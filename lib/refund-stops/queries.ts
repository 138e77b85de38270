import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type RefundStop, refundStopList } from "./schema";

const COLUMNS = sql`
  x.id, x.reason,
  case when x.stopped_by is not null then jsonb_build_object('kind', 'user', 'id', x.stopped_by, 'name',
         coalesce((select m.full_name from app.member_names() m where m.user_id = x.stopped_by limit 1), 'Former member'))
       when x.stopped_by_key is not null then jsonb_build_object('kind', 'api_key', 'id', x.stopped_by_key, 'name',
         coalesce((select k.name from tenant_api_keys k where k.tenant_id = x.tenant_id and k.id = x.stopped_by_key), 'API key'))
  end as stopped_by,
  x.lifted_at,
  case when x.lifted_by is not null then jsonb_build_object('id', x.lifted_by, 'name',
    coalesce((select m.full_name from app.member_names() m where m.user_id = x.lifted_by limit 1), 'Former member')) end as lifted_by,
  x.created_at, x.updated_at`;

const SOURCE: ListSource = {
  definition: refundStopList,
  table: "refund_stops",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    lifted: (value) =>
      value.kind === "boolean" ? (value.value ? sql`x.lifted_at is not null` : sql`x.lifted_at is null`) : null,
  },
};

/** One page of the stops, lifted ones too. */
export async function listRefundStops(
  actor: TenantActor,
  query: ListQuery<typeof refundStopList>,
): Promise<Page<RefundStop>> {
  return tenantRead(actor, "refunds:read", (db) => listPage<RefundStop>(db, actor, SOURCE, query));
}

/** The stored stop inside a running unit of work. @throws AppError `not_found` */
export async function readRefundStop(db: ReadClient, actor: TenantActor, id: string): Promise<RefundStop> {
  const [row] = await db.rows<RefundStop>(
    sql`select ${COLUMNS} from refund_stops x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "refund_stops_by_id",
  );
  if (!row) throw new AppError("not_found", "Stop not found");
  return row;
}
