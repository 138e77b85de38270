"use client";

import { LayoutTemplate } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
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
import type { Texts } from "@/lib/messages/texts";
import type { Template } from "@/lib/templates/schema";

const helper = columnHelper<Template>();

export interface TemplatesTableProps {
  page: Page<Template>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

/** The newest version of each template. */
export function TemplatesTable({ page, links, issues, timeZone }: TemplatesTableProps) {
  const t = useTranslations("client.adminTemplates");
  const locale = useLocale();
  const columns = useMemo(() => templateColumns(t, locale, timeZone), [t, locale, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [{ kind: "text", name: "name", label: t("name"), placeholder: t("nameHint") }],
    [t],
  );
  return (
    <DataTable
      list="admin_templates"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/templates/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: LayoutTemplate,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}

function templateColumns(t: Texts<"client.adminTemplates">, locale: string, timeZone: string) {
  return helper.columns([
    helper.accessor("name", { header: t("name"), meta: { sort: "name" } }),
    helper.accessor("version", {
      header: t("version"),
      cell: ({ row, getValue }) => (
        <span className="flex gap-1.5">
          <Badge>{`v${getValue()}`}</Badge>
          {row.original.archived_at && <Badge tone="warning">{t("archived")}</Badge>}
        </span>
      ),
    }),
    helper.accessor("tenant_count_all_versions", {
      header: t("tenants"),
      meta: { align: "end" },
      cell: ({ row, getValue }) => {
        const older = getValue() - row.original.tenant_count;
        return (
          <>
            {getValue().toLocaleString(locale)}
            {older > 0 && (
              <span className="block text-2xs text-muted-foreground">{t("onOlder", { count: older })}</span>
            )}
          </>
        );
      },
    }),
    helper.accessor("description", {
      header: t("description"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <span className="line-clamp-2 max-w-96 text-pretty">{getValue()}</span>,
    }),
    helper.accessor(({ roles }) => roles.length, {
      id: "roles",
      header: t("roles"),
      meta: { align: "end", hideBelow: "lg" },
    }),
    helper.accessor(({ accounts }) => accounts.length, {
      id: "accounts",
      header: t("accounts"),
      meta: { align: "end", hideBelow: "lg" },
    }),
    helper.accessor("created_at", {
      header: t("changed"),
      meta: { sort: "created", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor(({ author }) => author?.name ?? t("product"), {
      id: "author",
      header: t("by"),
      meta: { hideBelow: "xl" },
    }),
  ]);
}
