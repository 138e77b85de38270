"use client";

import { KeyRound } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { ApiKey } from "@/lib/api-keys/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { apiKeyBulk } from "./bulk";
import { apiKeyColumns } from "./columns";
import { STATE_OPTIONS } from "./states";

const FIELDS: readonly FilterField[] = [
  { kind: "enum", name: "state", label: "State", options: STATE_OPTIONS },
  { kind: "text", name: "name", label: "Name", placeholder: "Part of the name" },
  {
    kind: "enum",
    name: "permission",
    label: "Permission",
    options: ALL_PERMISSIONS.map((name) => ({ value: name, label: name })),
  },
];

export interface ApiKeysTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<ApiKey>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  createAction: ReactNode;
}

export function ApiKeysTable(props: ApiKeysTableProps) {
  const { path, page, links, issues, timeZone, createAction } = props;
  const columns = useMemo(() => apiKeyColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="api_keys"
      caption="API keys"
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : apiKeyBulk(props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: KeyRound,
        title: "No API keys yet",
        description: "With a key, your own systems read and write here through the API.",
        action: createAction,
      }}
    />
  );
}
