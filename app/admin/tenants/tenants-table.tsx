"use client";

import { Building2 } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { ButtonLink } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge, statusLabel } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { type ListedTenant, TENANT_STATUSES } from "@/lib/tenants/schema";
import { countLabel, TIER_LABELS } from "./labels";
import { TIER_OPTIONS } from "./tier-options";
import { VolumeCell } from "./volume-cell";

const helper = columnHelper<ListedTenant>();

const FIELDS: FilterField[] = [
  { kind: "text", name: "name", label: "Name", placeholder: "Part of the name, slug or domain" },
  {
    kind: "enum",
    name: "status",
    label: "Status",
    options: TENANT_STATUSES.map((value) => ({ value, label: statusLabel(value.toUpperCase()) })),
  },
  {
    kind: "enum",
    name: "tier",
    label: "Tier",
    options: TIER_OPTIONS,
  },
];

export interface TenantsTableProps {
  page: Page<ListedTenant>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function TenantsTable({ page, links, issues, timeZone }: TenantsTableProps) {
  const columns = useMemo(() => tenantColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="admin_tenants"
      caption="Tenants"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/tenants/${id}`}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      empty={{
        icon: Building2,
        title: "No tenants yet",
        description: "A tenant is a customer of the platform: a hotel group, or a payment company.",
        action: (
          <ButtonLink href="/admin/tenants/new" variant="primary">
            New tenant
          </ButtonLink>
        ),
      }}
    />
  );
}

function tenantColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("name", {
      header: "Name",
      meta: { sort: "name" },
      cell: ({ row: { original } }) => (
        <>
          {original.name}
          <span className="block font-normal text-muted-foreground text-xs">{original.slug}</span>
        </>
      ),
    }),
    helper.accessor("status", {
      header: "Status",
      cell: ({ getValue }) => <StatusBadge status={getValue().toUpperCase()} />,
    }),
    helper.accessor("subscription_tier", {
      header: "Tier",
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => TIER_LABELS[getValue()],
    }),
    helper.accessor("member_count", {
      header: "Members",
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => countLabel(getValue()),
    }),
    helper.accessor("account_count", {
      header: "Accounts",
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ getValue }) => countLabel(getValue()),
    }),
    helper.accessor("volume", {
      header: "Collected, 30 days",
      meta: { align: "end" },
      cell: ({ getValue }) => <VolumeCell volume={getValue()} />,
    }),
    helper.accessor("last_active_at", {
      header: "Last active",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("domain", { header: "Domain", meta: { hideBelow: "xl" } }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="date" />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
