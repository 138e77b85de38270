"use client";

import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Document } from "@/lib/documents/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { FilterAccounts } from "../_lists/filter-accounts";
import { useAccountFields } from "../_lists/use-account-fields";
import { documentBulk } from "./bulk";
import { type ColumnOptions, documentColumns } from "./columns";
import { typeOptions } from "./file-labels";

export interface DocumentsTableProps extends ColumnOptions {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  page: Page<Document>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: FilterAccounts;
  /** Shown while there is no document yet. */
  uploadAction: ReactNode;
}

export function DocumentsTable(props: DocumentsTableProps) {
  const { page, links, issues, tenantSlug, timeZone, deleted, mayWrite } = props;
  const t = useTranslations("client.documents");
  const locale = useLocale();
  const accounts = useAccountFields(props.accounts);
  const columns = useMemo(
    () => documentColumns(t, locale, { tenantSlug, timeZone, deleted, mayWrite }),
    [t, locale, tenantSlug, timeZone, deleted, mayWrite],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "title", label: t("title"), match: "prefix" },
      { kind: "option", name: "account", label: t("account"), ...accounts.choice },
      { kind: "enum", name: "content_type", label: t("type"), options: typeOptions(t) },
      { kind: "dateRange", name: "created", label: t("uploaded"), timeZone },
      { kind: "text", name: "payment_intent", label: t("paymentIntent"), placeholder: t("paymentHint") },
      {
        kind: "enum",
        name: "versions",
        label: t("versions"),
        options: [{ value: "all", label: t("allVersions") }],
      },
      { kind: "keyValue", name: "metadata", label: t("metadata") },
    ],
    [t, accounts, timeZone],
  );
  return (
    <DataTable
      list="documents"
      caption={deleted ? t("deletedList") : t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/${tenantSlug}/documents/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : documentBulk(t, props.changesIn, links.first, deleted)}
      tools={props.tools}
      empty={
        deleted
          ? { icon: FileText, title: t("noneDeleted"), description: t("noneDeletedHelp") }
          : {
              icon: FileText,
              title: t("none"),
              description: t("noneHelp"),
              action: props.uploadAction,
            }
      }
    />
  );
}
