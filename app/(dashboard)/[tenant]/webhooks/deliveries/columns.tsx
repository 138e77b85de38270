"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { LookBadge } from "../look-badge";
import { deliveryLook } from "../statuses";

const helper = columnHelper<WebhookDelivery>();

/**
 * The columns of the log of deliveries; times are on the person's own clock.
 * @param sentence puts what went wrong into the page's language
 */
export function deliveryColumns(t: Texts<"client.webhooks">, sentence: (english: string) => string, timeZone: string) {
  return helper.columns([
    helper.accessor("event_type", {
      header: t("deliveries.event"),
      cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
    }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ getValue }) => <LookBadge look={deliveryLook(t, getValue())} />,
    }),
    helper.accessor("last_status_code", {
      header: t("deliveries.answer"),
      cell: ({ row: { original } }) => {
        const error = original.last_error === null ? null : sentence(original.last_error);
        return (
          <span className="block max-w-[14rem] truncate" title={error ?? undefined}>
            {original.last_status_code ?? error ?? (
              <span className="text-muted-foreground">{t("deliveries.noAnswer")}</span>
            )}
          </span>
        );
      },
    }),
    helper.accessor("attempt_count", { header: t("deliveries.tries"), meta: { align: "end", hideBelow: "md" } }),
    helper.display({
      id: "endpoint",
      header: t("deliveries.endpoint"),
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <span className="block max-w-xs truncate" title={original.webhook_endpoint.url}>
          {original.webhook_endpoint.url}
        </span>
      ),
    }),
    helper.accessor("next_attempt_at", {
      header: t("deliveries.nextTry"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "sm" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("message_id", {
      header: t("deliveries.messageId"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
