import type { TenantActor } from "../actor";
import { type AuditValues, shownValues } from "../audit-values";
import { AppError } from "../errors";
import { type RecordSource, readSteps, readSurroundings, tenantRead } from "../tenant-db";
import { momentOf, rebuild } from "./rebuild";
import {
  type RecordVersion,
  type RecordVersionInput,
  type RecordVersions,
  type RecordVersionsInput,
  VERSION_PERMISSIONS,
  type VersionedTable,
} from "./schema";
import { TABLE_RULES } from "./tables";

function sourceOf(table: VersionedTable): RecordSource {
  const { columns, accountColumn } = TABLE_RULES[table];
  return { table, columns, accountColumn };
}

/**
 * A record as it was at a moment, from the audit log: what it takes is the permission for such records, and personal data
 * is masked as in the record itself.
 * @throws AppError `forbidden`; `not_found` also for another tenant's record, or one out of reach
 */
export async function getRecordVersion(actor: TenantActor, input: RecordVersionInput): Promise<RecordVersion> {
  const { table, id, at } = input;
  const around = await tenantRead(actor, VERSION_PERMISSIONS[table], (db) =>
    readSurroundings(db, actor, sourceOf(table), id, at),
  );
  const { accountColumn } = TABLE_RULES[table];
  const found = rebuild(at, around, accountColumn, actor.accountIds && new Set(actor.accountIds));
  if (!found) throw new AppError("not_found", "Record not found");
  return { table, id, at, ...found, values: shownValues(actor, table, told(table, found.values)) };
}

/**
 * The moments at which a record became another, newest first.
 * @throws AppError `forbidden`; `not_found` also for another tenant's record, or one out of reach
 */
export async function listRecordVersions(actor: TenantActor, input: RecordVersionsInput): Promise<RecordVersions> {
  const { table, id } = input;
  const { steps, isCapped } = await tenantRead(actor, VERSION_PERMISSIONS[table], (db) =>
    readSteps(db, actor, sourceOf(table), id),
  );
  return { items: steps.map((step) => ({ ...step, at: momentOf(step.id) })), is_capped: isCapped };
}

/** Without what the log cannot tell of the past, and without the tenant, which is the same in every record. */
function told(table: VersionedTable, values: AuditValues): AuditValues {
  const left = new Set<string>(["tenant_id", ...TABLE_RULES[table].untold]);
  return values && Object.fromEntries(Object.entries(values).filter(([name]) => !left.has(name)));
}
