"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import { referenceCell } from "../reference-cell";
import type { PaymentRow } from "./payment-row";

const helper = columnHelper<PaymentRow>();

/** The columns of the list of payments; times are on the person's own clock. */
export function paymentIntentColumns(
  t: Texts<"client.payments">,
  sentence: (english: string) => string,
  timeZone: string,
) {
  return helper.columns([
    helper.accessor("reference", {
      header: t("reference"),
      cell: ({ row: { original } }) => referenceCell(original),
    }),
    helper.accessor("amount", {
      header: t("amount"),
      meta: { sort: "amount", align: "end" },
      cell: ({ row: { original } }) => <Money amountMinor={original.amount} currency={original.currency} />,
    }),
    helper.accessor("status", { header: t("status"), cell: ({ getValue }) => <StatusBadge status={getValue()} /> }),
    helper.accessor("account.name", { id: "account", header: t("account") }),
    helper.accessor("customer_email", { header: t("customer"), meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "processing",
      header: t("processing"),
      meta: { align: "end", hiddenByDefault: true },
      cell: ({ row: { original } }) => (
        <Money amountMinor={original.processing_amount} currency={original.processing_currency} />
      ),
    }),
    helper.accessor("customer_phone", { header: t("phone"), meta: { hiddenByDefault: true } }),
    helper.accessor("failure_reason", {
      header: t("failureReason"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => {
        const reason = getValue();
        return reason && sentence(reason);
      },
    }),
    helper.accessor("updated_at", {
      header: t("updated"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
