"use client";

import { Ban, Pause, Receipt } from "lucide-react";
import type { ReactNode } from "react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import type { TableLinks } from "@/components/data-table/table-links";
import { ButtonLink } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { BulkReport } from "@/lib/bulk";
import type { Page } from "@/lib/list-query";
import { TIME_ZONE } from "../../sample";
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

const BULK: BulkActions<SampleRow> = {
  nameOf: ({ reference }) => reference,
  findMatching: async () => ({ ok: true, data: { ids: [], hasMore: false } }),
  actions: [
    {
      id: "cancel",
      label: "Cancel payments",
      icon: Ban,
      tone: "danger",
      fits: ({ status }) => status !== "REFUNDED",
      title: (count) => `Cancel ${count} payments?`,
      description: "They will not be collected. Every second one refuses, so that the answer can be looked at.",
      run: async (ids) => ({ ok: true, data: sampleReport(ids) }),
      done: (count) => `${count} payments canceled`,
    },
    {
      id: "hold",
      label: "Hold payments",
      icon: Pause,
      title: (count) => `Hold ${count} payments?`,
      description: "They wait until somebody lets them go on.",
      reasonReadBy: "Kept in the audit log, where the tenant reads it too.",
      run: async (ids) => ({ ok: true, data: sampleReport(ids) }),
      done: (count) => `${count} payments held`,
    },
  ],
};

/** What a server could answer. */
function sampleReport(ids: readonly string[]): BulkReport {
  const items = ids.map((id, index): BulkReport["items"][number] =>
    index % 2 === 0
      ? { id, outcome: "done", error: null }
      : {
          id,
          outcome: "refused",
          error: { code: "conflict", message: "A payment that is settled cannot be canceled" },
        },
  );
  const done = items.filter(({ error }) => error === null).length;
  return { items, done, refused: items.length - done };
}

interface SamplesTableProps {
  /** Under which a person's columns are kept. */
  list?: string;
  page: Page<SampleRow>;
  links: TableLinks;
  toolbar: ReactNode;
}

export function SamplesTable(props: SamplesTableProps) {
  return (
    <DataTable
      caption="Payment intents"
      bulk={BULK}
      columns={COLUMNS}
      getRowId={(row) => row.id}
      rowHref={(row) => `/gallery/records?record=${row.id}`}
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
