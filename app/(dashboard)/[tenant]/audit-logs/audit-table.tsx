"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDITED_TABLES } from "@/lib/audit-logs/names";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { AuditRow } from "./audit-row";
import { auditColumns } from "./columns";
import { actionLabel, actorKindLabel, tableLabel } from "./labels";

export interface AuditTableProps {
  /** `ListTools` of this list. */
  tools: ReactNode;
  path: string;
  page: Page<AuditRow>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  /** People to filter by, past members included. */
  people: readonly { user_id: string; full_name: string }[];
  timeZone: string;
}

export function AuditTable({ path, page, links, issues, people, timeZone, tools }: AuditTableProps) {
  const t = useTranslations("client.auditLogs");
  const columns = useMemo(() => auditColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      {
        kind: "enum",
        name: "user",
        label: t("person"),
        options: people.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
      },
      {
        kind: "enum",
        name: "actor_kind",
        label: t("actorKind"),
        options: ACTOR_KINDS.map((value) => ({ value, label: actorKindLabel(t, value) })),
      },
      { kind: "text", name: "api_key", label: t("apiKey"), placeholder: t("apiKeyHint") },
      { kind: "text", name: "visit", label: t("visit"), placeholder: t("visitHint") },
      {
        kind: "enum",
        name: "action",
        label: t("action"),
        options: AUDIT_ACTIONS.map((value) => ({ value, label: actionLabel(t, value) })),
      },
      {
        kind: "enum",
        name: "table",
        label: t("table"),
        options: AUDITED_TABLES.map((value) => ({ value, label: tableLabel(t, value) })),
      },
      { kind: "text", name: "record", label: t("record"), placeholder: t("recordHint") },
      { kind: "dateRange", name: "created", label: t("time"), timeZone },
    ],
    [t, people, timeZone],
  );
  return (
    <DataTable
      list="audit_logs"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: ScrollText,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}
