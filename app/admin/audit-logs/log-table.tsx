"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActorName } from "@/app/(dashboard)/[tenant]/audit-logs/actor-name";
import { fieldText } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { TableLinks } from "@/components/data-table/table-links";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { PlatformLogChoices } from "@/lib/audit-logs/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { logFilters } from "./log-filters";
import type { PlatformRow } from "./platform-row";

const helper = columnHelper<PlatformRow>();

export interface LogTableProps {
  page: Page<PlatformRow>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  choices: PlatformLogChoices;
  /** One tenant's log: then no tenant is chosen or shown. */
  ofOneTenant?: boolean;
  timeZone: string;
}

/** The log across tenants, or of one, as the platform's staff see it. */
export function LogTable({ page, links, issues, choices, ofOneTenant = false, timeZone }: LogTableProps) {
  const t = useTranslations("client.adminAudit");
  const labels = useTranslations("client.auditLogs");
  const columns = useMemo(() => logColumns(t, labels, timeZone, ofOneTenant), [t, labels, timeZone, ofOneTenant]);
  const fields = useMemo(
    () => logFilters(t, labels, choices, ofOneTenant, timeZone),
    [t, labels, choices, ofOneTenant, timeZone],
  );
  return (
    <DataTable
      list="admin_log"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/audit-logs/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: ScrollText,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}

function logColumns(
  t: Texts<"client.adminAudit">,
  labels: Texts<"client.auditLogs">,
  timeZone: string,
  ofOneTenant: boolean,
) {
  const tenant = helper.accessor("tenantName", {
    header: t("tenant"),
    meta: { hideBelow: "md" },
    cell: ({ getValue }) => getValue() ?? <span className="text-muted-foreground">{t("platform")}</span>,
  });
  return helper.columns([
    helper.accessor("title", { header: t("change") }),
    helper.accessor("recordName", {
      header: t("record"),
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => original.recordName ?? <CopyableId id={original.record_id} />,
    }),
    ...(ofOneTenant ? [] : [tenant]),
    helper.accessor("actor_label", {
      header: t("who"),
      cell: ({ row: { original } }) => <ActorName t={labels} {...original} />,
    }),
    helper.accessor("reason", {
      header: t("reason"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <span className="line-clamp-1">{getValue()}</span>,
    }),
    helper.accessor("created_at", {
      header: t("when"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("fields", {
      header: t("fields"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => (
        <span className="line-clamp-1 text-muted-foreground">
          {getValue()
            .map((name) => fieldText(labels, name))
            .join(", ")}
        </span>
      ),
    }),
    helper.accessor("operation", {
      header: t("operation"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue() ?? "–"}</code>,
    }),
    helper.accessor("ip_address", { header: t("address"), meta: { hiddenByDefault: true } }),
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
