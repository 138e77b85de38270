"use client";

import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { type PlatformVisit, VISIT_STATES } from "@/lib/visits/schema";
import { endOfVisit, rightsOfVisit, VISIT_STATE_LABELS } from "@/lib/visits/words";
import { VisitStateBadge } from "./visit-state";

const helper = columnHelper<PlatformVisit>();

const FIELDS: FilterField[] = [
  {
    kind: "enum",
    name: "state",
    label: "State",
    options: VISIT_STATES.map((value) => ({ value, label: VISIT_STATE_LABELS[value] })),
  },
];

export interface VisitsTableProps {
  page: Page<PlatformVisit>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  /** False on pages that are about one tenant. */
  showsTenant?: boolean;
}

/** All visits, past ones too. */
export function VisitsTable({ page, links, issues, timeZone, showsTenant = true }: VisitsTableProps) {
  const columns = useMemo(() => visitColumns(timeZone, showsTenant), [timeZone, showsTenant]);
  return (
    <DataTable
      list="admin_visits"
      caption="Visits"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      empty={{
        icon: DoorOpen,
        title: "No visits yet",
        description: "A visit lets a platform admin look at a tenant's own pages, with a reason that the tenant reads.",
      }}
    />
  );
}

function visitColumns(timeZone: string, showsTenant: boolean) {
  const tenant = helper.accessor((visit) => visit.tenant.name, {
    id: "tenant",
    header: "Tenant",
    cell: ({ row: { original } }) => (
      <Link href={`/admin/tenants/${original.tenant.id}/visits`} className="font-medium hover:underline">
        {original.tenant.name}
      </Link>
    ),
  });
  return helper.columns([
    helper.accessor((visit) => visit.admin.name, { id: "admin", header: "Visitor" }),
    ...(showsTenant ? [tenant] : []),
    helper.accessor("reason", {
      header: "Reason",
      cell: ({ getValue }) => <span className="block max-w-80 truncate">{getValue()}</span>,
    }),
    helper.accessor("state", {
      header: "State",
      cell: ({ row: { original } }) => (
        <span className="inline-flex gap-1">
          <VisitStateBadge visit={original} />
        </span>
      ),
    }),
    helper.accessor("started_at", {
      header: "Began",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("ended_at", {
      header: "Ended",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor(endOfVisit, { id: "end", header: "How it ended", meta: { hideBelow: "xl" } }),
    helper.accessor(rightsOfVisit, { id: "rights", header: "Rights", meta: { hideBelow: "xl" } }),
    helper.accessor("created_at", {
      header: "Asked for",
      meta: { sort: "created", hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
