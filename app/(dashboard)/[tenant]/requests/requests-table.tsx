"use client";

import { ArrowLeftRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Option } from "@/components/ui/option";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { REQUEST_METHODS, STATUS_CLASSES } from "@/lib/request-logs/names";
import type { RequestLog } from "@/lib/request-logs/schema";
import { requestColumns } from "./columns";
import { STATUS_CLASS_LABELS } from "./status";

export interface RequestsTableProps {
  /** `ListTools` of this list. */
  tools: ReactNode;
  tenantPath: string;
  page: Page<RequestLog>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  /** Access keys to filter by. */
  keys: readonly Option[];
  timeZone: string;
}

export function RequestsTable({ tenantPath, page, links, issues, keys, timeZone, tools }: RequestsTableProps) {
  const columns = useMemo(() => requestColumns(tenantPath, timeZone), [tenantPath, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      {
        kind: "enum",
        name: "status",
        label: "Answer",
        options: STATUS_CLASSES.map((value) => ({ value, label: STATUS_CLASS_LABELS[value] })),
      },
      { kind: "enum", name: "api_key", label: "API key", options: keys },
      {
        kind: "enum",
        name: "method",
        label: "Method",
        options: REQUEST_METHODS.map((value) => ({ value, label: value })),
      },
      { kind: "text", name: "path", label: "Address", placeholder: "/api/v1/payment_intent" },
      { kind: "text", name: "request_id", label: "Request id", placeholder: "From X-Request-Id" },
      { kind: "dateRange", name: "created", label: "Time", timeZone },
    ],
    [keys, timeZone],
  );
  return (
    <DataTable
      list="request_logs"
      caption="API requests"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: ArrowLeftRight,
        title: "No requests yet",
        description: "Every request with one of your keys leaves a line here, with its answer and its request id.",
      }}
    />
  );
}
