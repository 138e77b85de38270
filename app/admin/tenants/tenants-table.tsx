"use client";

import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import { ButtonLink } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge, statusLabel } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { TENANT_STATUSES } from "@/lib/tenants/names";
import type { ListedTenant } from "@/lib/tenants/schema";
import { countLabel } from "./labels";
import { tierOptions } from "./tier-options";
import { VolumeCell } from "./volume-cell";

const helper = columnHelper<ListedTenant>();

export interface TenantsTableProps {
  page: Page<ListedTenant>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function TenantsTable({ page, links, issues, timeZone }: TenantsTableProps) {
  const t = useTranslations("client.adminTenants");
  const sentence = useSentence();
  const columns = useMemo(() => tenantColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "name", label: t("name"), placeholder: t("nameHint") },
      {
        kind: "enum",
        name: "status",
        label: t("status"),
        options: TENANT_STATUSES.map((value) => ({ value, label: sentence(statusLabel(value.toUpperCase())) })),
      },
      { kind: "enum", name: "tier", label: t("tier"), options: tierOptions(t) },
    ],
    [t, sentence],
  );
  return (
    <DataTable
      list="admin_tenants"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/tenants/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: Building2,
        title: t("none"),
        description: t("noneHelp"),
        action: (
          <ButtonLink href="/admin/tenants/new" variant="primary">
            {t("new")}
          </ButtonLink>
        ),
      }}
    />
  );
}

function tenantColumns(t: Texts<"client.adminTenants">, timeZone: string) {
  return helper.columns([
    helper.accessor("name", {
      header: t("name"),
      meta: { sort: "name" },
      cell: ({ row: { original } }) => (
        <>
          {original.name}
          <span className="block font-normal text-muted-foreground text-xs">{original.slug}</span>
        </>
      ),
    }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ getValue }) => <StatusBadge status={getValue().toUpperCase()} />,
    }),
    helper.accessor("subscription_tier", {
      header: t("tier"),
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => t(`tiers.${getValue()}`),
    }),
    helper.accessor("member_count", {
      header: t("members"),
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => countLabel(t, getValue()),
    }),
    helper.accessor("account_count", {
      header: t("accounts"),
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ getValue }) => countLabel(t, getValue()),
    }),
    helper.accessor("volume", {
      header: t("volume"),
      meta: { align: "end" },
      cell: ({ getValue }) => <VolumeCell t={t} volume={getValue()} />,
    }),
    helper.accessor("last_active_at", {
      header: t("lastActive"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("domain", { header: t("domain"), meta: { hideBelow: "xl" } }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="date" />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
