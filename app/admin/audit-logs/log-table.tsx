"use client";

import { ScrollText } from "lucide-react";
import { useMemo } from "react";
import { ActorName } from "@/app/(dashboard)/[tenant]/audit-logs/actor-name";
import { fieldLabel } from "@/app/(dashboard)/[tenant]/audit-logs/readable-record";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { TableLinks } from "@/components/data-table/table-links";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { PlatformLogChoices } from "@/lib/audit-logs/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
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
  const columns = useMemo(() => logColumns(timeZone, ofOneTenant), [timeZone, ofOneTenant]);
  const fields = useMemo(() => logFilters(choices, ofOneTenant, timeZone), [choices, ofOneTenant, timeZone]);
  return (
    <DataTable
      list="admin_log"
      caption="Audit log"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/audit-logs/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: ScrollText,
        title: "Nothing has been changed yet",
        description: "Every change of a record leaves a line here that nobody can edit, the platform's admins neither.",
      }}
    />
  );
}

function logColumns(timeZone: string, ofOneTenant: boolean) {
  const tenant = helper.accessor("tenantName", {
    header: "Tenant",
    meta: { hideBelow: "md" },
    cell: ({ getValue }) => getValue() ?? <span className="text-muted-foreground">The platform</span>,
  });
  return helper.columns([
    helper.accessor("title", { header: "Change" }),
    helper.accessor("recordName", {
      header: "Record",
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => original.recordName ?? <CopyableId id={original.record_id} />,
    }),
    ...(ofOneTenant ? [] : [tenant]),
    helper.accessor("actor_label", {
      header: "Who",
      cell: ({ row: { original } }) => <ActorName {...original} />,
    }),
    helper.accessor("reason", {
      header: "Reason",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <span className="line-clamp-1">{getValue()}</span>,
    }),
    helper.accessor("created_at", {
      header: "When",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("fields", {
      header: "Fields",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => (
        <span className="line-clamp-1 text-muted-foreground">{getValue().map(fieldLabel).join(", ")}</span>
      ),
    }),
    helper.accessor("operation", {
      header: "Operation",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue() ?? "–"}</code>,
    }),
    helper.accessor("ip_address", { header: "Address", meta: { hiddenByDefault: true } }),
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
