"use client";

import { CreditCard } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { type AccountChoice, accountOptions, CURRENCY_OPTIONS } from "../options";
import { paymentBulk } from "./bulk";
import { paymentIntentColumns } from "./columns";
import type { PaymentRow } from "./payment-row";
import { STATUS_OPTIONS } from "./statuses";

export interface PaymentIntentsTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: Page<PaymentRow>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: readonly AccountChoice[];
  /** Whose decimals amounts are typed with; the filter itself compares minor units of every currency. */
  amountCurrency: string;
  /** Whether the list takes the filter by e-mail: what is masked cannot be searched. */
  customerSearchable: boolean;
  timeZone: string;
}

export function PaymentIntentsTable(props: PaymentIntentsTableProps) {
  const { path, page, links, issues, accounts, amountCurrency, customerSearchable, timeZone } = props;
  const columns = useMemo(() => paymentIntentColumns(timeZone), [timeZone]);
  const fields = useMemo(
    (): FilterField[] => [
      { kind: "enum", name: "status", label: "Status", options: STATUS_OPTIONS },
      { kind: "option", name: "account", label: "Account", options: accountOptions(accounts) },
      { kind: "enum", name: "currency", label: "Currency", options: CURRENCY_OPTIONS },
      { kind: "amountRange", name: "amount", label: "Amount", currency: amountCurrency },
      { kind: "dateRange", name: "created", label: "Created", timeZone },
      ...(customerSearchable
        ? [{ kind: "text", name: "customer_email", label: "Customer e-mail", match: "contains" } as const]
        : []),
      { kind: "text", name: "reference", label: "Reference", match: "contains" },
      { kind: "keyValue", name: "metadata", label: "Metadata" },
      { kind: "text", name: "import", label: "Import", placeholder: "Its id" },
    ],
    [accounts, amountCurrency, customerSearchable, timeZone],
  );
  return (
    <DataTable
      list="payment_intents"
      caption="Payment intents"
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : paymentBulk(props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: CreditCard,
        title: "No payment intents yet",
        description: "They appear here as soon as one is made: by the API, by an import or by hand.",
      }}
    />
  );
}
