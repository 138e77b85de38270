"use client";

import { Undo2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Refund } from "@/lib/refunds/schema";
import { type AccountChoice, accountOptions, CURRENCY_OPTIONS } from "../options";
import { refundBulk } from "./bulk";
import { refundColumns } from "./columns";
import { APPROVAL_OPTIONS, REASON_OPTIONS, REFUND_STATUS_OPTIONS } from "./labels";

export interface RefundsTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<Refund>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: readonly AccountChoice[];
  people: readonly { user_id: string; full_name: string }[];
  /** Whose decimals amounts are typed with; the filter itself compares minor units of every currency. */
  amountCurrency: string;
  timeZone: string;
}

export function RefundsTable(props: RefundsTableProps) {
  const { path, page, links, issues, accounts, people, amountCurrency, timeZone } = props;
  const columns = useMemo(() => refundColumns(timeZone), [timeZone]);
  const fields = useMemo(
    (): FilterField[] => [
      { kind: "enum", name: "status", label: "Status", options: REFUND_STATUS_OPTIONS },
      { kind: "option", name: "account", label: "Account", options: accountOptions(accounts) },
      { kind: "enum", name: "reason", label: "Reason", options: REASON_OPTIONS },
      { kind: "enum", name: "approval", label: "Approval", options: APPROVAL_OPTIONS },
      { kind: "enum", name: "currency", label: "Currency", options: CURRENCY_OPTIONS },
      { kind: "amountRange", name: "amount", label: "Amount", currency: amountCurrency },
      { kind: "dateRange", name: "created", label: "Created", timeZone },
      { kind: "dateRange", name: "succeeded", label: "Succeeded", timeZone },
      {
        kind: "option",
        name: "requested_by",
        label: "Requested by",
        options: people.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
      },
    ],
    [accounts, people, amountCurrency, timeZone],
  );
  return (
    <DataTable
      list="refunds"
      caption="Refunds"
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : refundBulk(props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: Undo2,
        title: "No refunds yet",
        description: "A processed payment is refunded from its own page, in part or in full, or by the API.",
      }}
    />
  );
}
