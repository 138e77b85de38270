"use client";

import { Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useNames } from "@/components/locale/use-names";
import type { Account } from "@/lib/accounts/schema";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import { type AccountChoice, accountOptions, useCountryOptions, useCurrencyOptions } from "../options";
import { accountBulk } from "./bulk";
import { accountColumns, type ColumnOptions } from "./columns";

export interface AccountsTableProps extends ColumnOptions {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  page: Page<Account>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  accounts: readonly AccountChoice[];
  /** Shown while there is no account yet. */
  createAction: ReactNode;
}

export function AccountsTable(props: AccountsTableProps) {
  const { page, links, issues, accounts, tenantSlug, timeZone, deleted, mayWrite } = props;
  const t = useTranslations("client.accounts");
  const names = useNames();
  const currencyOptions = useCurrencyOptions();
  const countryOptions = useCountryOptions();
  const columns = useMemo(
    () => accountColumns(t, names, { tenantSlug, timeZone, deleted, mayWrite }),
    [t, names, tenantSlug, timeZone, deleted, mayWrite],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "name", label: t("name"), placeholder: t("nameHint") },
      { kind: "option", name: "account", label: t("branch"), options: accountOptions(accounts) },
      { kind: "enum", name: "currency", label: t("currency"), options: currencyOptions },
      { kind: "enum", name: "country", label: t("country"), options: countryOptions },
      { kind: "keyValue", name: "metadata", label: t("metadata") },
    ],
    [t, accounts, currencyOptions, countryOptions],
  );
  return (
    <DataTable
      list="accounts"
      caption={deleted ? t("deletedList") : t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/${tenantSlug}/accounts/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : accountBulk(t, props.changesIn, links.first, deleted)}
      tools={props.tools}
      empty={
        deleted
          ? { icon: Wallet, title: t("noneDeleted"), description: t("noneDeletedHelp") }
          : {
              icon: Wallet,
              title: t("none"),
              description: t("noneHelp"),
              action: props.createAction,
            }
      }
    />
  );
}
