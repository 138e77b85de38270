import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { seesPersonalData } from "../personal-data";
import { addJob, type ConstraintMessages, requireSwitch, sql, tenantWrite } from "../tenant-db";
import { readExport } from "./queries";
import { type ExportedList, readExportedList } from "./read-query";
import type { ExportOptions, ExportOptionsInput, ListExport, RequestExportInput } from "./schema";
import type { ExportSources } from "./sources";

const constraints: ConstraintMessages = {
  exports_under_way: () =>
    new AppError("conflict", "Five exports of this tenant are under way already: wait for one of them, or cancel it"),
  exports_transition: () => new AppError("conflict", "This export is over"),
};

/**
 * What an export of a list would hold for the actor, and what can be chosen.
 * @throws AppError `forbidden` for a list that the actor may not read; `validation_error`
 */
export async function previewExport(
  actor: TenantActor,
  input: ExportOptionsInput,
  sources: ExportSources,
): Promise<ExportOptions> {
  const { source, query } = readExportedList(sources, input);
  const { total, totalIsCapped } = await source.read(actor, query);
  return {
    label: source.label,
    columns: source.columns.map(({ id, label, isShown }) => ({ id, label, is_shown: isShown })),
    expected_row_count: total,
    expected_is_capped: totalIsCapped,
    is_masked: !seesPersonalData(actor),
  };
}

/**
 * Has exactly the rows that a list holds for the actor written into a file, by a job. The rows are those of the moment at
 * which the job begins; what relative dates mean is fixed now.
 * @throws AppError `forbidden`, `validation_error`, `switched_off`; `conflict` where five are under way
 */
export async function requestExport(
  actor: TenantActor,
  input: RequestExportInput,
  sources: ExportSources,
): Promise<ListExport> {
  if (actor.kind === "system" || (actor.kind === "member" && (actor.view || actor.visit)))
    throw new AppError("forbidden", "An export belongs to a member or an access key");
  const asked = readExportedList(sources, { ...input, time_zone: input.query_time_zone ?? input.time_zone });
  const columns = chosenColumns(asked, input);
  const { total, totalIsCapped } = await asked.source.read(actor, asked.query);
  return tenantWrite(
    actor,
    asked.source.permission,
    "exports.request",
    async (db) => {
      await requireSwitch(db, "exports");
      const [made] = await db.rows<{ id: string }>(
        sql`insert into exports (tenant_id, list, query, list_query, permission, format, columns, time_zone, amounts,
              has_byte_order_mark, is_compressed, is_masked, expected_row_count, expected_is_capped, reach)
            values (${actor.tenantId}::uuid, ${input.list}, ${asked.text}, ${JSON.stringify(asked.query)}::jsonb,
              ${asked.source.permission}, ${input.format}, ${columns}::text[], ${input.time_zone}, ${input.amounts},
              ${input.has_byte_order_mark}, ${input.is_compressed}, ${input.is_masked || !seesPersonalData(actor)},
              ${total}, ${totalIsCapped}, ${actor.accountIds}::uuid[])
            returning id`,
      );
      if (!made) throw new Error("no export was made");
      await addJob(db, "exports.make", { export_id: made.id }, { key: made.id, maxAttempts: 3, queue: "exports" });
      return readExport(db, actor, made.id);
    },
    { constraints },
  );
}

/** The columns of a CSV file; records of the other format are whole. */
function chosenColumns({ source, columns }: ExportedList, input: RequestExportInput): string[] | null {
  if (input.format !== "csv") return null;
  const ids = source.columns.map(({ id }) => id);
  const unknown = input.columns?.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw fieldError("columns", `There is no ${unknown}; there are ${ids.join(", ")}`);
  const chosen = input.columns ?? columns;
  return chosen ? [...new Set(chosen)] : source.columns.filter(({ isShown }) => isShown).map(({ id }) => id);
}

/**
 * Calls an export of one's own off; what was written of it goes.
 * @throws AppError `not_found`; `forbidden` for somebody else's; `conflict` for one that is over
 */
export async function cancelExport(actor: TenantActor, input: { id: string }): Promise<ListExport> {
  return tenantWrite(
    actor,
    null,
    "exports.cancel",
    async (db) => {
      const found = await readExport(db, actor, input.id);
      if (!found.is_own) throw new AppError("forbidden", "Only whoever asked for an export can cancel it");
      const { count } = await db.export.updateMany({
        where: { id: input.id, state: { in: ["QUEUED", "RUNNING"] } },
        data: { state: "CANCELED", finishedAt: new Date() },
      });
      if (count === 0) throw new AppError("conflict", "This export is over");
      return readExport(db, actor, input.id);
    },
    { constraints },
  );
}
