"use client";

import { FileInput } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { ImportRecord } from "@/lib/imports/record";
import type { Page } from "@/lib/list-query";
import { importColumns } from "./columns";
import { RESOURCE_OPTIONS, STATUS_OPTIONS } from "./labels";

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
  const columns = useMemo(() => importColumns(timeZone), [timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "status", label: "Status", options: STATUS_OPTIONS },
      { kind: "enum", name: "resource", label: "Becomes", options: RESOURCE_OPTIONS },
      { kind: "dateRange", name: "created", label: "Uploaded", timeZone },
    ],
    [timeZone],
  );
  return (
    <DataTable
      list="imports"
      caption="Imports"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} />}
      tools={tools}
      empty={{
        icon: FileInput,
        title: "No imports yet",
        description:
          "Bring payments or accounts from another program: upload its CSV file, see what its lines would become, and take it all back if it was wrong.",
        action,
      }}
    />
  );
}
