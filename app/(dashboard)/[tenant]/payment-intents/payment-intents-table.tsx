"use client";

import { CreditCard } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import type { FieldIssue } from "@/lib/errors";
import { type PackedPage, unpackPage } from "@/lib/packed-page";
import type { FilterAccounts } from "../_lists/filter-accounts";
import { useAccountFields } from "../_lists/use-account-fields";
import { useCurrencyOptions } from "../options";
import { paymentBulk } from "./bulk";
import { paymentIntentColumns } from "./columns";
import type { PaymentRow } from "./payment-row";
import { statusOptions } from "./statuses";

export interface PaymentIntentsTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of this page. */
  path: string;
  page: PackedPage<PaymentRow>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: FilterAccounts;
  /** Whether the list takes the filter by e-mail: what is masked cannot be searched. */
  customerSearchable: boolean;
  timeZone: string;
}

export function PaymentIntentsTable(props: PaymentIntentsTableProps) {
  const { path, links, issues, customerSearchable, timeZone } = props;
  const t = useTranslations("client.payments");
  const currencyOptions = useCurrencyOptions();
  const accounts = useAccountFields(props.accounts);
  const sentence = useSentence();
  const page = useMemo(() => unpackPage(props.page), [props.page]);
  const columns = useMemo(() => paymentIntentColumns(t, sentence, timeZone), [t, sentence, timeZone]);
  const fields = useMemo(
    (): FilterField[] => [
      { kind: "enum", name: "status", label: t("status"), options: statusOptions(sentence) },
      { kind: "option", name: "account", label: t("account"), ...accounts.choice },
      { kind: "enum", name: "currency", label: t("currency"), options: currencyOptions },
      { kind: "amountRange", name: "amount", label: t("amount"), ...accounts.amount },
      { kind: "dateRange", name: "created", label: t("created"), timeZone },
      ...(customerSearchable
        ? [{ kind: "text", name: "customer_email", label: t("customerEmail"), match: "contains" } as const]
        : []),
      { kind: "text", name: "reference", label: t("reference"), match: "contains" },
      { kind: "keyValue", name: "metadata", label: t("metadata") },
      { kind: "text", name: "import", label: t("import"), placeholder: t("importHint") },
    ],
    [t, sentence, currencyOptions, accounts, customerSearchable, timeZone],
  );
  return (
    <DataTable
      list="payment_intents"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : paymentBulk(t, props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: CreditCard,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}
