import type { TenantActor } from "../actor";
import type { AuditValues } from "../audit-values";
import { AppError } from "../errors";
import type { LoggedChange, LoggedStep, Surroundings } from "../record-changes";
import { join, type ReadClient, raw, type Sql, sql } from "./client";

/** A table whose records the audit log can rebuild. */
export interface RecordSource {
  /** Of the code, never from a request. */
  table: string;
  /** Columns of the row as it is now; `null`: all. */
  columns: readonly string[] | null;
  /** Names the account of a record, if it belongs to one. */
  accountColumn: string | null;
}

// More changes of one record than fall into a millisecond.
const NEAREST = 16;
const STEPS_LIMIT = 200;

/** What the log and the table know of a record around a moment (ISO 8601), in one statement, with nothing masked yet. */
export async function readSurroundings(
  db: ReadClient,
  actor: TenantActor,
  source: RecordSource,
  id: string,
  at: string,
): Promise<Surroundings> {
  const log = sql`select l.id, l.action, l.operation, l.actor_kind, l.actor_label, l.old_values, l.new_values
    from audit_logs l where l.tenant_id = ${actor.tenantId}::uuid and l.table_name = ${source.table} and l.record_id = ${id}`;
  // Ids are times: those of the millisecond asked for are still before.
  const boundary = sql`app.uuid_v7_floor(${at}::timestamptz + interval '1 millisecond')`;
  const nearest = raw(String(NEAREST));
  const [row] = await db.rows<{
    before: LoggedChange[];
    after: LoggedChange[];
    first: LoggedChange | null;
    last: LoggedChange | null;
    current: AuditValues;
  }>(
    sql`select
        (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (${log} and l.id < ${boundary} order by l.id desc limit ${nearest}) c) as before,
        (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (${log} and l.id >= ${boundary} order by l.id limit ${nearest}) c) as after,
        (select to_jsonb(c) from (${log} order by l.id limit 1) c) as first,
        (select to_jsonb(c) from (${log} order by l.id desc limit 1) c) as last,
        (select to_jsonb(c) from (${rowSql(actor, source, id)}) c) as current`,
    `record_state_${source.table}`,
  );
  return row ?? { before: [], after: [], first: null, last: null, current: null };
}

/**
 * The changes of a record, newest first, at most 200, and whether there are more.
 * @throws AppError `not_found` for a record that is not there to see, today or deleted
 */
export async function readSteps(
  db: ReadClient,
  actor: TenantActor,
  source: RecordSource,
  id: string,
): Promise<{ steps: LoggedStep[]; isCapped: boolean }> {
  const [row] = await db.rows<{ steps: LoggedStep[]; is_there: boolean }>(
    sql`select exists (${rowSql(actor, source, id)}) as is_there,
        (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (
          select l.id, l.action, l.operation, l.actor_kind, l.actor_label, l.request_id,
            case when l.action = 'update' then array(select k from jsonb_object_keys(l.new_values) k
              where k <> 'updated_at' and l.new_values -> k is distinct from l.old_values -> k order by k) else '{}' end as changed_fields
          from audit_logs l where l.tenant_id = ${actor.tenantId}::uuid and l.table_name = ${source.table} and l.record_id = ${id}
          order by l.id desc limit ${raw(String(STEPS_LIMIT + 1))}) c) as steps`,
    `record_steps_${source.table}`,
  );
  if (!row || !(row.is_there || row.steps[0]?.action === "delete")) throw new AppError("not_found", "Record not found");
  return { steps: row.steps.slice(0, STEPS_LIMIT), isCapped: row.steps.length > STEPS_LIMIT };
}

/** The row as it is now. Tenant and accounts are named beside the policies (R18). */
function rowSql(
  { tenantId, accountIds }: TenantActor,
  { table, columns, accountColumn }: RecordSource,
  id: string,
): Sql {
  const shown = columns ? join(columns.map((name) => raw(`x.${name}`))) : raw("x.*");
  const account = accountColumn && raw(`x.${accountColumn}`);
  const scope = account ? sql`and (${accountIds}::uuid[] is null or ${account} = any (${accountIds}::uuid[]))` : sql``;
  return sql`select ${shown} from ${raw(table)} x where x.tenant_id = ${tenantId}::uuid and x.id = ${id}::uuid ${scope}`;
}
