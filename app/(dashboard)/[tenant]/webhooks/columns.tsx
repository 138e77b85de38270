"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { eventSummary } from "./event-groups";
import { LookBadge } from "./look-badge";
import { endpointLook } from "./statuses";

const helper = columnHelper<WebhookEndpoint>();

/** The columns of the list of endpoints; times are on the person's own clock. */
export function endpointColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("url", {
      header: "Address",
      meta: { sort: "url" },
      cell: ({ row: { original } }) => (
        <span className="block max-w-[16rem] sm:max-w-md">
          <span className="block truncate" title={original.url}>
            {original.url}
          </span>
          {original.description && (
            <span className="block truncate text-muted-foreground text-xs">{original.description}</span>
          )}
        </span>
      ),
    }),
    helper.accessor("status", { header: "Status", cell: ({ row }) => <LookBadge look={endpointLook(row.original)} /> }),
    helper.accessor("event_types", {
      header: "Events",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <span title={getValue().join("\n")}>{eventSummary(getValue())}</span>,
    }),
    helper.accessor("account", {
      header: "Account",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => getValue()?.name ?? <span className="text-muted-foreground">All</span>,
    }),
    helper.accessor("last_success_at", {
      header: "Last received",
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) =>
        getValue() ? (
          <Timestamp value={getValue()} timeZone={timeZone} />
        ) : (
          <span className="text-muted-foreground">Never</span>
        ),
    }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
