"use client";

import { Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { endpointColumns } from "./columns";
import { endpointStatusOptions } from "./statuses";

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
  const t = useTranslations("client.webhooks");
  const columns = useMemo(() => endpointColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "status", label: t("status"), options: endpointStatusOptions(t) },
      { kind: "text", name: "url", label: t("address"), placeholder: t("addressHint") },
    ],
    [t],
  );
  return (
    <DataTable
      list="webhook_endpoints"
      caption={t("endpoints")}
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: Webhook,
        title: t("none"),
        description: t("noneHelp"),
        action: createAction,
      }}
    />
  );
}
