"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Refund } from "@/lib/refunds/schema";
import { APPROVAL_LABELS, PENDING_LABELS, reasonLabel } from "./labels";
import { RefundStatusBadge } from "./refund-status-badge";

const helper = columnHelper<Refund>();

/** The columns of the list of refunds; times are on the person's own clock. */
export function refundColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("payment_intent", {
      header: "Payment",
      cell: ({ getValue }) => getValue().reference ?? shortId(getValue().id),
    }),
    helper.accessor("amount", {
      header: "Amount",
      meta: { sort: "amount", align: "end" },
      cell: ({ row: { original } }) => <Money amountMinor={original.amount} currency={original.currency} />,
    }),
    helper.accessor("status", {
      header: "Status",
      cell: ({ row: { original } }) => <RefundStatusBadge refund={original} />,
    }),
    helper.accessor("account.name", { id: "account", header: "Account" }),
    helper.accessor("reason", {
      header: "Reason",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => reasonLabel(getValue()),
    }),
    helper.accessor("requested_by.name", { id: "requested_by", header: "Requested by", meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "approval",
      header: "Approval",
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => original.approval && APPROVAL_LABELS[original.approval.status],
    }),
    helper.display({
      id: "waits",
      header: "Waits for",
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => original.pending_reason && PENDING_LABELS[original.pending_reason],
    }),
    helper.accessor("failure_reason", { header: "Failure reason", meta: { hiddenByDefault: true } }),
    helper.accessor("comment", { header: "Comment", meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
