"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { ImportRecord } from "@/lib/imports/record";
import { ImportStatusBadge } from "./import-status-badge";
import { RESOURCE_LABELS, resultLabel } from "./labels";

const helper = columnHelper<ImportRecord>();

/** Columns of the list of imports; times are on the person's own clock. */
export function importColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("file_name", { header: "File" }),
    helper.accessor("resource", { header: "Becomes", cell: ({ getValue }) => RESOURCE_LABELS[getValue()] }),
    helper.accessor("status", { header: "Status", cell: ({ getValue }) => <ImportStatusBadge status={getValue()} /> }),
    helper.display({
      id: "result",
      header: "Lines",
      cell: ({ row: { original } }) => <span className="tabular-nums">{resultLabel(original)}</span>,
    }),
    helper.accessor((row) => row.requested_by?.name ?? "–", { id: "requested_by", header: "By" }),
    helper.accessor("created_at", {
      header: "Uploaded",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("finished_at", {
      header: "Finished",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("source", { header: "Source", meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
