"use client";

import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import { ActorName } from "./actor-name";
import type { AuditRow } from "./audit-row";
import { fieldText } from "./labels";

const helper = columnHelper<AuditRow>();

/** Columns of the audit log. */
export function auditColumns(t: Texts<"client.auditLogs">, timeZone: string) {
  return helper.columns([
    helper.accessor("title", { header: t("change") }),
    helper.accessor("recordName", {
      header: t("record"),
      cell: ({ row: { original } }) => original.recordName ?? <CopyableId id={original.record_id} />,
    }),
    helper.accessor("fields", {
      header: t("fields"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => (
        <span className="line-clamp-1 text-muted-foreground">
          {getValue()
            .map((name) => fieldText(t, name))
            .join(", ")}
        </span>
      ),
    }),
    helper.accessor("actor_label", {
      header: t("who"),
      cell: ({ row: { original } }) => <ActorName t={t} {...original} />,
    }),
    helper.accessor("created_at", {
      header: t("when"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("ip_address", {
      header: t("address"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue() ?? <Absent />,
    }),
    helper.accessor("operation", {
      header: t("operation"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue() ?? "–"}</code>,
    }),
    helper.accessor("request_id", {
      header: t("request"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => {
        const requestId = getValue();
        return requestId && <CopyableId id={requestId} />;
      },
    }),
  ]);
}
