"use client";

import { FileInput } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { ImportRecord } from "@/lib/imports/record";
import type { Page } from "@/lib/list-query";
import { importColumns } from "./columns";
import { resourceOptions, statusOptions } from "./labels";

export interface ImportsTableProps {
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<ImportRecord>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  /** Shown while there is no import yet. */
  action: ReactNode;
}

export function ImportsTable({ tools, path, page, links, issues, timeZone, action }: ImportsTableProps) {
  const t = useTranslations("client.imports");
  const columns = useMemo(() => importColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "status", label: t("status"), options: statusOptions(t) },
      { kind: "enum", name: "resource", label: t("becomes"), options: resourceOptions(t) },
      { kind: "dateRange", name: "created", label: t("uploaded"), timeZone },
    ],
    [t, timeZone],
  );
  return (
    <DataTable
      list="imports"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} />}
      tools={tools}
      empty={{
        icon: FileInput,
        title: t("none"),
        description: t("noneHelp"),
        action,
      }}
    />
  );
}
