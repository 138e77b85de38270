"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Refund } from "@/lib/refunds/schema";
import type { FilterAccounts } from "../_lists/filter-accounts";
import { useAccountFields } from "../_lists/use-account-fields";
import { useCurrencyOptions } from "../options";
import { refundBulk } from "./bulk";
import { refundColumns } from "./columns";
import { approvalOptions, reasonOptions, refundStatusOptions } from "./labels";

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
  accounts: FilterAccounts;
  people: readonly { user_id: string; full_name: string }[];
  timeZone: string;
}

export function RefundsTable(props: RefundsTableProps) {
  const { path, page, links, issues, people, timeZone } = props;
  const t = useTranslations("client.refunds");
  const currencyOptions = useCurrencyOptions();
  const accounts = useAccountFields(props.accounts);
  const sentence = useSentence();
  const columns = useMemo(() => refundColumns(t, sentence, timeZone), [t, sentence, timeZone]);
  const fields = useMemo(
    (): FilterField[] => [
      { kind: "enum", name: "status", label: t("status"), options: refundStatusOptions(sentence) },
      { kind: "option", name: "account", label: t("account"), ...accounts.choice },
      { kind: "enum", name: "reason", label: t("reason"), options: reasonOptions(t) },
      { kind: "enum", name: "approval", label: t("approval"), options: approvalOptions(t) },
      { kind: "enum", name: "currency", label: t("currency"), options: currencyOptions },
      { kind: "amountRange", name: "amount", label: t("amount"), ...accounts.amount },
      { kind: "dateRange", name: "created", label: t("created"), timeZone },
      { kind: "dateRange", name: "succeeded", label: t("succeeded"), timeZone },
      {
        kind: "option",
        name: "requested_by",
        label: t("requestedBy"),
        options: people.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
      },
    ],
    [t, sentence, currencyOptions, accounts, people, timeZone],
  );
  return (
    <DataTable
      list="refunds"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : refundBulk(t, props.changesIn, links.first)}
      tools={props.tools}
      empty={{
        icon: Undo2,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}
