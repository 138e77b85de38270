"use client";

import { Building2 } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { SUBSCRIPTION_TIERS, TENANT_STATUSES, type Tenant } from "@/lib/tenants/schema";

const helper = columnHelper<Tenant>();

const TONES = { active: "success", suspended: "warning", closed: "neutral" } as const;

const FIELDS: FilterField[] = [
  { kind: "text", name: "name", label: "Name", placeholder: "Part of the name or slug" },
  { kind: "enum", name: "status", label: "Status", options: TENANT_STATUSES.map(choice) },
  { kind: "enum", name: "tier", label: "Tier", options: SUBSCRIPTION_TIERS.map(choice) },
];

export interface TenantsTableProps {
  page: Page<Tenant>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function TenantsTable({ page, links, issues, timeZone }: TenantsTableProps) {
  const columns = useMemo(() => tenantColumns(timeZone), [timeZone]);
  return (
    <DataTable
      caption="Tenants"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={FIELDS} issues={issues} />}
      empty={{ icon: Building2, title: "No tenants yet", description: "A tenant is a customer of the platform." }}
    />
  );
}

function tenantColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("name", { header: "Name", meta: { sort: "name" } }),
    helper.accessor("slug", { header: "Slug", meta: { hideBelow: "md" } }),
    helper.accessor("status", {
      header: "Status",
      cell: ({ getValue }) => <Badge tone={TONES[getValue()]}>{getValue()}</Badge>,
    }),
    helper.accessor("subscription_tier", { header: "Tier" }),
    helper.accessor("member_count", { header: "Members", meta: { align: "end" } }),
    helper.accessor("account_count", { header: "Accounts", meta: { align: "end" } }),
    helper.accessor("domain", { header: "Domain", meta: { hideBelow: "xl" } }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

function choice(value: string) {
  return { value, label: value.charAt(0).toUpperCase() + value.slice(1) };
}
