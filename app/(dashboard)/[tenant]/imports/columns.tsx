"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { ImportRecord } from "@/lib/imports/record";
import type { Texts } from "@/lib/messages/texts";
import { ImportStatusBadge } from "./import-status-badge";
import { resultLabel } from "./labels";

const helper = columnHelper<ImportRecord>();

/** Columns of the list of imports; times are on the person's own clock. */
export function importColumns(t: Texts<"client.imports">, timeZone: string) {
  return helper.columns([
    helper.accessor("file_name", { header: t("file") }),
    helper.accessor("resource", { header: t("becomes"), cell: ({ getValue }) => t(`resources.${getValue()}`) }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ getValue }) => <ImportStatusBadge status={getValue()} label={t(`statuses.${getValue()}`)} />,
    }),
    helper.display({
      id: "result",
      header: t("lines"),
      cell: ({ row: { original } }) => <span className="tabular-nums">{resultLabel(t, original)}</span>,
    }),
    helper.accessor((row) => row.requested_by?.name ?? "–", { id: "requested_by", header: t("by") }),
    helper.accessor("created_at", {
      header: t("uploaded"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("finished_at", {
      header: t("finished"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("source", { header: t("source"), meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
