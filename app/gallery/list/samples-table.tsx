"use client";

import { Receipt } from "lucide-react";
import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import type { TableLinks } from "@/components/data-table/table-links";
import { ButtonLink } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { Page } from "@/lib/list-query";
import { TIME_ZONE } from "../sample";
import type { SampleRow } from "./sample-rows";

const helper = columnHelper<SampleRow>();

const COLUMNS = helper.columns([
  helper.accessor("reference", { header: "Reference" }),
  helper.accessor("billingAmountMinor", {
    header: "Amount",
    meta: { align: "end", sort: "amount" },
    cell: ({ row: { original } }) => (
      <Money amountMinor={original.billingAmountMinor} currency={original.billingCurrency} />
    ),
  }),
  helper.accessor("status", { header: "Status", cell: ({ getValue }) => <StatusBadge status={getValue()} /> }),
  helper.accessor("accountName", { header: "Account", meta: { hideBelow: "md" } }),
  helper.accessor("customerEmail", { header: "Customer", meta: { hideBelow: "lg" } }),
  helper.accessor("createdAt", {
    header: "Created",
    meta: { sort: "created" },
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={TIME_ZONE} />,
  }),
  helper.accessor("id", {
    header: "Id",
    meta: { hiddenByDefault: true },
    cell: ({ getValue }) => <CopyableId id={getValue()} />,
  }),
]);

interface SamplesTableProps {
  page: Page<SampleRow>;
  links: TableLinks;
  toolbar: ReactNode;
}

export function SamplesTable(props: SamplesTableProps) {
  return (
    <DataTable
      caption="Payment intents"
      columns={COLUMNS}
      getRowId={(row) => row.id}
      rowHref={(row) => `/gallery?record=${row.id}`}
      empty={{
        icon: Receipt,
        title: "No payment intents yet",
        description: "They appear here as soon as a booking is paid, by the API or by hand.",
        action: (
          <ButtonLink href="/gallery" variant="primary">
            Create payment intent
          </ButtonLink>
        ),
      }}
      {...props}
    />
  );
}
