"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { Refund } from "@/lib/refunds/schema";
import { referenceCell } from "../reference-cell";
import { approvalLabel, pendingLabel, reasonLabel } from "./labels";
import { RefundStatusBadge } from "./refund-status-badge";

const helper = columnHelper<Refund>();

/** The columns of the list of refunds; times are on the person's own clock. */
export function refundColumns(t: Texts<"client.refunds">, sentence: (english: string) => string, timeZone: string) {
  return helper.columns([
    helper.accessor("payment_intent", {
      header: t("payment"),
      cell: ({ getValue }) => referenceCell(getValue()),
    }),
    helper.accessor("amount", {
      header: t("amount"),
      meta: { sort: "amount", align: "end" },
      cell: ({ row: { original } }) => <Money amountMinor={original.amount} currency={original.currency} />,
    }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ row: { original } }) => <RefundStatusBadge refund={original} />,
    }),
    helper.accessor("account.name", { id: "account", header: t("account") }),
    helper.accessor("reason", {
      header: t("reason"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => reasonLabel(t, getValue()),
    }),
    helper.accessor("requested_by.name", { id: "requested_by", header: t("requestedBy"), meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "approval",
      header: t("approval"),
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => original.approval && approvalLabel(t, original.approval.status),
    }),
    helper.display({
      id: "waits",
      header: t("waits"),
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => original.pending_reason && pendingLabel(t, original.pending_reason),
    }),
    helper.accessor("failure_reason", {
      header: t("failureReason"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => {
        const reason = getValue();
        return reason && sentence(reason);
      },
    }),
    helper.accessor("comment", { header: t("comment"), meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
