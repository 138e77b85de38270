import type { PlatformAdminActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { FilterValue, ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, type ReadPart, sql, tenantRead } from "../tenant-db";
import { OPEN_VISIT_STATES, type PlatformVisit, platformVisitList, type Visit, visitList } from "./schema";

/** What is so by the clock counts before the log has learned of it. */
const STATE = sql`case
    when x.end_cause in ('declined', 'unanswered') then x.end_cause
    when x.ended_at is not null or x.ends_at <= now() then 'ended'
    when x.started_at is not null then 'running'
    when x.open_until <= now() then 'unanswered'
    when x.is_agreed then 'agreed' else 'waiting' end`;

const COLUMNS = sql`x.id, jsonb_build_object('id', x.user_id, 'name', x.admin_name) as admin, x.reason, ${STATE} as state, x.minutes,
    x.asks_tenant, x.open_until, x.is_agreed, x.answered_at, x.answered_by_name, x.started_at, x.ends_at,
    coalesce(x.ended_at, case when x.ends_at <= now() then x.ends_at end) as ended_at,
    coalesce(x.end_cause, case when x.ends_at <= now() then 'time' when x.started_at is null and x.open_until <= now() then 'unanswered' end) as end_cause,
    x.ended_by_name, x.writing_reason, x.writing_asked_at, x.writing_agreement, x.writing_agreed_at,
    case when x.writing_agreed_by is not null then
      jsonb_build_object('id', x.writing_agreed_by, 'name', x.writing_agreed_by_name) end as writing_agreed_by,
    x.created_at`;

/** All that may be read of a row: not the session. */
const ROW_COLUMNS = [
  ...["tenant_id", "id", "user_id", "admin_name", "reason", "minutes", "asks_tenant", "open_until", "is_agreed"],
  ...[
    "answered_at",
    "answered_by_name",
    "started_at",
    "ends_at",
    "ended_at",
    "ended_by_name",
    "end_cause",
    "writing_reason",
  ],
  ...[
    "writing_asked_at",
    "writing_agreement",
    "writing_agreed_at",
    "writing_agreed_by",
    "writing_agreed_by_name",
    "created_at",
  ],
];

const stateIs = (value: FilterValue) =>
  value.kind === "enum" ? sql`${STATE} = any (${[...value.values]}::text[])` : null;

const SOURCE: ListSource = {
  definition: visitList,
  table: "tenant_visits",
  columns: COLUMNS,
  rowColumns: ROW_COLUMNS,
  accountColumn: null,
  conditions: { state: stateIs },
};

const PLATFORM_COLUMNS = sql`${COLUMNS}, jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as tenant`;
const PLATFORM_JOINS = sql`join tenants t on t.id = x.tenant_id`;

const PLATFORM_SOURCE: ListSource = {
  definition: platformVisitList,
  table: "tenant_visits",
  columns: PLATFORM_COLUMNS,
  joins: PLATFORM_JOINS,
  rowColumns: ROW_COLUMNS,
  accountColumn: null,
  conditions: { state: stateIs },
};

/** One page of the platform admins' visits to the actor's tenant, past ones too. */
export async function listVisits(actor: TenantActor, query: ListQuery<typeof visitList>): Promise<Page<Visit>> {
  return tenantRead(actor, "settings:read", (db) => listPage<Visit>(db, actor, SOURCE, query));
}

const isWaiting = (actor: TenantActor) =>
  sql`x.tenant_id = ${actor.tenantId}::uuid and x.ended_at is null and ${STATE} = 'waiting'`;

/** Whether visits wait for the tenant's word: read in front of every page of those who may give it. */
export function hasWaitingVisitsPart(actor: TenantActor): ReadPart<boolean> {
  return {
    permission: "settings:read",
    query: sql`select exists (select 1 from tenant_visits x where ${isWaiting(actor)})`,
  };
}

/** The visits that wait for the tenant's word. */
export async function listWaitingVisits(actor: TenantActor): Promise<Visit[]> {
  return tenantRead(actor, "settings:read", (db) =>
    db.rows<Visit>(
      sql`select ${COLUMNS} from tenant_visits x where ${isWaiting(actor)} order by x.id desc limit 5`,
      "waiting_visits",
    ),
  );
}

/** The stored visit inside a unit of work of the tenant. @throws AppError `not_found` also for another tenant's */
export async function readVisit(db: ReadClient, actor: TenantActor, id: string): Promise<Visit> {
  const [row] = await db.rows<Visit>(
    sql`select ${COLUMNS} from tenant_visits x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "visits_by_id",
  );
  if (!row) throw new AppError("not_found", "Visit not found");
  return row;
}

/** One page of all visits. */
export async function listPlatformVisits(
  admin: PlatformAdminActor,
  query: ListQuery<typeof platformVisitList>,
): Promise<Page<PlatformVisit>> {
  return platformRead(admin, (db) => listPage<PlatformVisit>(db, admin, PLATFORM_SOURCE, query));
}

/** The visits of all platform admins that are not over, newest first, at most 100; those to one tenant if it is named. */
export async function listOpenPlatformVisits(
  admin: PlatformAdminActor,
  tenantId: string | null = null,
): Promise<PlatformVisit[]> {
  return platformRead(admin, (db) =>
    db.rows<PlatformVisit>(
      sql`select ${PLATFORM_COLUMNS} from tenant_visits x ${PLATFORM_JOINS} where x.ended_at is null
          and (${tenantId}::uuid is null or x.tenant_id = ${tenantId}::uuid)
          and ${STATE} = any (${[...OPEN_VISIT_STATES]}::text[]) order by x.id desc limit 100`,
      "open_platform_visits",
    ),
  );
}

/** One visit. @throws AppError `not_found` */
export async function getPlatformVisit(admin: PlatformAdminActor, input: { id: string }): Promise<PlatformVisit> {
  return platformRead(admin, (db) => readPlatformVisit(db, input.id));
}

/** The stored visit inside a unit of work of the platform. @throws AppError `not_found` */
export async function readPlatformVisit(db: ReadClient, id: string): Promise<PlatformVisit> {
  const [row] = await db.rows<PlatformVisit>(
    sql`select ${PLATFORM_COLUMNS} from tenant_visits x ${PLATFORM_JOINS} where x.id = ${id}::uuid`,
    "platform_visits_by_id",
  );
  if (!row) throw new AppError("not_found", "Visit not found");
  return row;
}
