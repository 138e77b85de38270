"use client";

import { FileText } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Document } from "@/lib/documents/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { type AccountChoice, accountOptions } from "../options";
import { documentBulk } from "./bulk";
import { type ColumnOptions, documentColumns } from "./columns";
import { TYPE_OPTIONS } from "./file-labels";

export interface DocumentsTableProps extends ColumnOptions {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  page: Page<Document>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: readonly AccountChoice[];
  /** Shown while there is no document yet. */
  uploadAction: ReactNode;
}

const VERSION_OPTIONS = [{ value: "all", label: "All versions" }];

export function DocumentsTable(props: DocumentsTableProps) {
  const { page, links, issues, accounts, tenantSlug, timeZone, deleted, mayWrite } = props;
  const columns = useMemo(
    () => documentColumns({ tenantSlug, timeZone, deleted, mayWrite }),
    [tenantSlug, timeZone, deleted, mayWrite],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "title", label: "Title", match: "prefix" },
      { kind: "option", name: "account", label: "Account", options: accountOptions(accounts) },
      { kind: "enum", name: "content_type", label: "Type", options: TYPE_OPTIONS },
      { kind: "dateRange", name: "created", label: "Uploaded", timeZone },
      { kind: "text", name: "payment_intent", label: "Payment intent", placeholder: "Its id" },
      { kind: "enum", name: "versions", label: "Versions", options: VERSION_OPTIONS },
      { kind: "keyValue", name: "metadata", label: "Metadata" },
    ],
    [accounts, timeZone],
  );
  return (
    <DataTable
      list="documents"
      caption={deleted ? "Deleted documents" : "Documents"}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/${tenantSlug}/documents/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : documentBulk(props.changesIn, links.first, deleted)}
      tools={props.tools}
      empty={
        deleted
          ? { icon: FileText, title: "No deleted documents", description: "What you delete waits here to be restored." }
          : {
              icon: FileText,
              title: "No documents yet",
              description: "Contracts, receipts and evidence, at an account, at a payment, or for all.",
              action: props.uploadAction,
            }
      }
    />
  );
}
