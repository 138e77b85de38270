"use client";

import { Webhook } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { endpointColumns } from "./columns";
import { ENDPOINT_STATUS_OPTIONS } from "./statuses";

const FIELDS: readonly FilterField[] = [
  { kind: "enum", name: "status", label: "Status", options: ENDPOINT_STATUS_OPTIONS },
  { kind: "text", name: "url", label: "Address", placeholder: "Part of the address" },
];

export interface EndpointsTableProps {
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<WebhookEndpoint>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  createAction: ReactNode;
}

export function EndpointsTable({ path, page, links, issues, timeZone, createAction, tools }: EndpointsTableProps) {
  const columns = useMemo(() => endpointColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="webhook_endpoints"
      caption="Webhook endpoints"
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: Webhook,
        title: "No webhook endpoints yet",
        description: "Your own systems can be told when a payment goes through, instead of asking for it.",
        action: createAction,
      }}
    />
  );
}
