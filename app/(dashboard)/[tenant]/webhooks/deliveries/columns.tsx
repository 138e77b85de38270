"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { LookBadge } from "../look-badge";
import { DELIVERY_LOOKS } from "../statuses";

const helper = columnHelper<WebhookDelivery>();

/** The columns of the log of deliveries; times are on the person's own clock. */
export function deliveryColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("event_type", {
      header: "Event",
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
    }),
    helper.accessor("status", {
      header: "Status",
      cell: ({ getValue }) => <LookBadge look={DELIVERY_LOOKS[getValue()]} />,
    }),
    helper.accessor("last_status_code", {
      header: "Answer",
      cell: ({ row: { original } }) => (
        <span className="block max-w-[14rem] truncate" title={original.last_error ?? undefined}>
          {original.last_status_code ?? original.last_error ?? <span className="text-muted-foreground">None yet</span>}
        </span>
      ),
    }),
    helper.accessor("attempt_count", { header: "Tries", meta: { hideBelow: "md" } }),
    helper.display({
      id: "endpoint",
      header: "Endpoint",
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <span className="block max-w-xs truncate" title={original.webhook_endpoint.url}>
          {original.webhook_endpoint.url}
        </span>
      ),
    }),
    helper.accessor("next_attempt_at", {
      header: "Next try",
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => (getValue() ? <Timestamp value={getValue()} timeZone={timeZone} /> : null),
    }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "sm" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("message_id", {
      header: "Message id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
