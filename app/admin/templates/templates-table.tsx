"use client";

import { LayoutTemplate } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Template } from "@/lib/templates/schema";

const helper = columnHelper<Template>();

const FIELDS: FilterField[] = [{ kind: "text", name: "name", label: "Name", placeholder: "Part of the name" }];

export interface TemplatesTableProps {
  page: Page<Template>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

/** The newest version of each template. */
export function TemplatesTable({ page, links, issues, timeZone }: TemplatesTableProps) {
  const columns = useMemo(() => templateColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="admin_templates"
      caption="Templates"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/templates/${id}`}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      empty={{
        icon: LayoutTemplate,
        title: "No templates here",
        description: "A template gives new tenants their roles, settings and sample accounts.",
      }}
    />
  );
}

function templateColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("name", { header: "Name", meta: { sort: "name" } }),
    helper.accessor("version", {
      header: "Version",
      cell: ({ row, getValue }) => (
        <span className="flex gap-1.5">
          <Badge>v{getValue()}</Badge>
          {row.original.archived_at && <Badge tone="warning">Archived</Badge>}
        </span>
      ),
    }),
    helper.accessor("tenant_count_all_versions", {
      header: "Tenants",
      meta: { align: "end" },
      cell: ({ row, getValue }) => {
        const older = getValue() - row.original.tenant_count;
        return (
          <>
            {getValue().toLocaleString("en")}
            {older > 0 && (
              <span className="block text-2xs text-muted-foreground">
                {older.toLocaleString("en")} on older versions
              </span>
            )}
          </>
        );
      },
    }),
    helper.accessor("description", {
      header: "Description",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <span className="line-clamp-2 max-w-96 text-pretty">{getValue()}</span>,
    }),
    helper.accessor(({ roles }) => roles.length, {
      id: "roles",
      header: "Roles",
      meta: { align: "end", hideBelow: "lg" },
    }),
    helper.accessor(({ accounts }) => accounts.length, {
      id: "accounts",
      header: "Accounts",
      meta: { align: "end", hideBelow: "lg" },
    }),
    helper.accessor("created_at", {
      header: "Changed",
      meta: { sort: "created", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor(({ author }) => author?.name ?? "The product", {
      id: "author",
      header: "By",
      meta: { hideBelow: "xl" },
    }),
  ]);
}
