"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import { toast, toastFailure } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { cancelExportAction } from "../_exports/actions";
import { stateOptions } from "../_exports/export-labels";
import { exportColumns } from "./columns";
import type { ExportRow } from "./export-row";

export interface ExportsTableProps {
  tenantSlug: string;
  page: Page<ExportRow>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function ExportsTable({ tenantSlug, page, links, issues, timeZone }: ExportsTableProps) {
  const t = useTranslations("client.exports");
  const sentence = useSentence();
  const locale = useLocale();
  const columns = useMemo(() => {
    async function cancel(id: string) {
      const result = await cancelExportAction(tenantSlug, { id });
      if (result.ok) toast.success(t("calledOff"));
      else toastFailure(result.error);
    }
    return exportColumns(t, { tenantSlug, timeZone, onCancel: (id) => void cancel(id), sentence, locale });
  }, [t, sentence, locale, tenantSlug, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "state", label: t("state"), options: stateOptions(t) },
      { kind: "dateRange", name: "created", label: t("askedFor"), timeZone },
    ],
    [t, timeZone],
  );
  return (
    <DataTable
      list="exports"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: Download,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}
