"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentRow } from "./payment-row";

const helper = columnHelper<PaymentRow>();

/** The columns of the list of payments; times are on the person's own clock. */
export function paymentIntentColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("reference", {
      header: "Reference",
      cell: ({ row: { original } }) => original.reference ?? shortId(original.id),
    }),
    helper.accessor("amount", {
      header: "Amount",
      meta: { sort: "amount", align: "end" },
      cell: ({ row: { original } }) => <Money amountMinor={original.amount} currency={original.currency} />,
    }),
    helper.accessor("status", { header: "Status", cell: ({ getValue }) => <StatusBadge status={getValue()} /> }),
    helper.accessor("account.name", { id: "account", header: "Account" }),
    helper.accessor("customer_email", { header: "Customer", meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "processing",
      header: "Processing amount",
      meta: { align: "end", hiddenByDefault: true },
      cell: ({ row: { original } }) => (
        <Money amountMinor={original.processing_amount} currency={original.processing_currency} />
      ),
    }),
    helper.accessor("customer_phone", { header: "Phone", meta: { hiddenByDefault: true } }),
    helper.accessor("failure_reason", { header: "Failure reason", meta: { hiddenByDefault: true } }),
    helper.accessor("updated_at", {
      header: "Updated",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
