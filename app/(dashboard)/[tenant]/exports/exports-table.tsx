"use client";

import { Download } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { toast, toastFailure } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { cancelExportAction } from "../_exports/actions";
import { STATE_OPTIONS } from "../_exports/export-labels";
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
  const columns = useMemo(() => {
    async function cancel(id: string) {
      const result = await cancelExportAction(tenantSlug, { id });
      if (result.ok) toast.success("The export was called off");
      else toastFailure(result.error);
    }
    return exportColumns({ tenantSlug, timeZone, onCancel: (id) => void cancel(id) });
  }, [tenantSlug, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "state", label: "State", options: STATE_OPTIONS },
      { kind: "dateRange", name: "created", label: "Asked for", timeZone },
    ],
    [timeZone],
  );
  return (
    <DataTable
      list="exports"
      caption="Exports"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: Download,
        title: "No exports yet",
        description:
          "Every list has the button “Export” beside its columns: it writes exactly the rows that the list holds into a file.",
      }}
    />
  );
}
