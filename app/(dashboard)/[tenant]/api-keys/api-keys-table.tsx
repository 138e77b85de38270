"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
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
import { stateOptions } from "./states";

const PERMISSION_OPTIONS = ALL_PERMISSIONS.map((name) => ({ value: name, label: name }));

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
  const t = useTranslations("client.apiKeys");
  const permissionTexts = useTranslations("client.permissions");
  const columns = useMemo(() => apiKeyColumns(t, permissionTexts, timeZone), [t, permissionTexts, timeZone]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "state", label: t("state"), options: stateOptions(t) },
      { kind: "text", name: "name", label: t("name"), placeholder: t("nameHint") },
      { kind: "enum", name: "permission", label: t("permission"), options: PERMISSION_OPTIONS },
    ],
    [t],
  );
  return (
    <DataTable
      list="api_keys"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : apiKeyBulk(t, props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: KeyRound,
        title: t("none"),
        description: t("noneHelp"),
        action: createAction,
      }}
    />
  );
}
