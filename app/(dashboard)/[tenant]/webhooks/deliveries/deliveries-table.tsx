"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { DELIVERED_EVENT_TYPES } from "@/lib/webhook-endpoints/event-types";
import { deliveryStatusOptions } from "../statuses";
import { deliveryBulk } from "./bulk";
import { deliveryColumns } from "./columns";

export interface DeliveriesTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<WebhookDelivery>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  /** Endpoints to filter by. */
  endpoints: readonly { value: string; label: string }[];
}

const EVENT_OPTIONS = DELIVERED_EVENT_TYPES.map((name) => ({ value: name, label: name }));

export function DeliveriesTable(props: DeliveriesTableProps) {
  const { path, page, links, issues, timeZone, endpoints } = props;
  const t = useTranslations("client.webhooks");
  const sentence = useSentence();
  const columns = useMemo(() => deliveryColumns(t, sentence, timeZone), [t, sentence, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "endpoint", label: t("deliveries.endpoint"), options: endpoints },
      { kind: "enum", name: "status", label: t("status"), options: deliveryStatusOptions(t) },
      { kind: "enum", name: "event_type", label: t("deliveries.event"), options: EVENT_OPTIONS },
      { kind: "dateRange", name: "created", label: t("created"), timeZone },
      { kind: "text", name: "message", label: t("deliveries.messageId"), placeholder: t("deliveries.messageHint") },
    ],
    [t, timeZone, endpoints],
  );
  return (
    <DataTable
      list="webhook_deliveries"
      caption={t("deliveries.list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : deliveryBulk(t, props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: Send,
        title: t("deliveries.none"),
        description: t("deliveries.noneHelp"),
      }}
    />
  );
}
