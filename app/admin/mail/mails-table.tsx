"use client";

import { Mails } from "lucide-react";
import Link from "next/link";
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
import { MAIL_STATUSES, type Mail } from "@/lib/mails/schema";
import { kindLabel, STATUS_LABELS, STATUS_TONES } from "./labels";

const helper = columnHelper<Mail>();

export interface MailsTableProps {
  page: Page<Mail>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function MailsTable({ page, links, issues, timeZone }: MailsTableProps) {
  const columns = useMemo(() => mailColumns(timeZone), [timeZone]);
  const fields = useMemo(() => mailFilters(timeZone), [timeZone]);
  return (
    <DataTable
      list="admin_mails"
      caption="Mails"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: Mails,
        title: "No mails yet",
        description: "Invitations, new passwords and notices to people come through here.",
      }}
    />
  );
}

function mailFilters(timeZone: string): FilterField[] {
  return [
    { kind: "text", name: "search", label: "Search", placeholder: "Part of the recipient or subject" },
    {
      kind: "enum",
      name: "status",
      label: "Status",
      options: MAIL_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    },
    { kind: "dateRange", name: "created", label: "Written", timeZone },
  ];
}

function mailColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("subject", {
      header: "Subject",
      cell: ({ row, getValue }) => (
        <Link href={`/admin/mail/${row.original.id}`} className="font-medium hover:underline">
          {getValue()}
        </Link>
      ),
    }),
    helper.accessor("recipient", { header: "To" }),
    helper.accessor("status", {
      header: "Status",
      cell: ({ getValue }) => <Badge tone={STATUS_TONES[getValue()]}>{STATUS_LABELS[getValue()]}</Badge>,
    }),
    helper.accessor("kind", {
      header: "About",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => kindLabel(getValue()),
    }),
    helper.accessor("tenant_name", { header: "Tenant", meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: "Written",
      meta: { sort: "created", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("error", { header: "Last problem", meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
