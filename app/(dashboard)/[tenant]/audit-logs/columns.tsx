"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import { ActorName } from "./actor-name";
import type { AuditRow } from "./audit-row";
import { fieldLabel } from "./readable-record";

const helper = columnHelper<AuditRow>();

/** Columns of the audit log. */
export function auditColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("title", { header: "Change" }),
    helper.accessor("recordName", {
      header: "Record",
      cell: ({ row: { original } }) => original.recordName ?? <CopyableId id={original.record_id} />,
    }),
    helper.accessor("fields", {
      header: "Fields",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => (
        <span className="line-clamp-1 text-muted-foreground">{getValue().map(fieldLabel).join(", ")}</span>
      ),
    }),
    helper.accessor("actor_label", {
      header: "Who",
      cell: ({ row: { original } }) => <ActorName {...original} />,
    }),
    helper.accessor("created_at", {
      header: "When",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("ip_address", {
      header: "Address",
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue() ?? <span className="text-muted-foreground">–</span>,
    }),
    helper.accessor("operation", {
      header: "Operation",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue() ?? "–"}</code>,
    }),
    helper.accessor("request_id", {
      header: "Request",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => {
        const requestId = getValue();
        return requestId && <CopyableId id={requestId} />;
      },
    }),
  ]);
}
