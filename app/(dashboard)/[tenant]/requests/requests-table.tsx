"use client";

import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
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
  const t = useTranslations("client.requests");
  const columns = useMemo(() => requestColumns(t, tenantPath, timeZone), [t, tenantPath, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      {
        kind: "enum",
        name: "status",
        label: t("answer"),
        options: STATUS_CLASSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
      },
      { kind: "enum", name: "api_key", label: t("apiKey"), options: keys },
      {
        kind: "enum",
        name: "method",
        label: t("method"),
        options: REQUEST_METHODS.map((value) => ({ value, label: value })),
      },
      { kind: "text", name: "path", label: t("path"), placeholder: "/api/v1/payment_intent" }, // text-ok: an address
      { kind: "text", name: "request_id", label: t("requestId"), placeholder: t("requestIdHint") },
      { kind: "dateRange", name: "created", label: t("time"), timeZone },
    ],
    [t, keys, timeZone],
  );
  return (
    <DataTable
      list="request_logs"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: ArrowLeftRight,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}
