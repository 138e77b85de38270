"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { eventSummary } from "./event-groups";
import { LookBadge } from "./look-badge";
import { endpointLook } from "./statuses";

const helper = columnHelper<WebhookEndpoint>();

/** The columns of the list of endpoints; times are on the person's own clock. */
export function endpointColumns(t: Texts<"client.webhooks">, timeZone: string) {
  return helper.columns([
    helper.accessor("url", {
      header: t("address"),
      meta: { sort: "url" },
      cell: ({ row: { original } }) => (
        <span className="block max-w-[16rem] sm:max-w-md">
          <span dir="ltr" className="inline-block max-w-full truncate align-bottom" title={original.url}>
            {original.url}
          </span>
          {original.description && (
            <span className="block truncate text-muted-foreground text-xs">{original.description}</span>
          )}
        </span>
      ),
    }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ row }) => <LookBadge look={endpointLook(t, row.original)} />,
    }),
    helper.accessor("event_types", {
      header: t("events"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <span title={getValue().join("\n")}>{eventSummary(t, getValue())}</span>,
    }),
    helper.accessor("account", {
      header: t("account"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => getValue()?.name ?? <span className="text-muted-foreground">{t("allAccounts")}</span>,
    }),
    helper.accessor("last_success_at", {
      header: t("lastReceived"),
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) =>
        getValue() ? (
          <Timestamp value={getValue()} timeZone={timeZone} />
        ) : (
          <span className="text-muted-foreground">{t("never")}</span>
        ),
    }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
