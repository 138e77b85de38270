"use client";

import { ScrollText } from "lucide-react";
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
import { ACTION_LABELS, ACTOR_KIND_LABELS, tableLabel } from "./labels";

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
  const columns = useMemo(() => auditColumns(timeZone), [timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      {
        kind: "enum",
        name: "user",
        label: "Person",
        options: people.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
      },
      {
        kind: "enum",
        name: "actor_kind",
        label: "Kind of actor",
        options: ACTOR_KINDS.map((value) => ({ value, label: ACTOR_KIND_LABELS[value] })),
      },
      { kind: "text", name: "api_key", label: "API key", placeholder: "Id of the key" },
      { kind: "text", name: "visit", label: "Visit", placeholder: "Id of the platform's visit" },
      {
        kind: "enum",
        name: "action",
        label: "Action",
        options: AUDIT_ACTIONS.map((value) => ({ value, label: ACTION_LABELS[value] })),
      },
      {
        kind: "enum",
        name: "table",
        label: "Kind of record",
        options: AUDITED_TABLES.map((value) => ({ value, label: tableLabel(value) })),
      },
      { kind: "text", name: "record", label: "Record", placeholder: "Id of the record" },
      { kind: "dateRange", name: "created", label: "Time", timeZone },
    ],
    [people, timeZone],
  );
  return (
    <DataTable
      list="audit_logs"
      caption="Audit log"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      tools={tools}
      empty={{
        icon: ScrollText,
        title: "Nothing has been changed yet",
        description: "Every change of the tenant's records leaves a line here that nobody can edit.",
      }}
    />
  );
}
