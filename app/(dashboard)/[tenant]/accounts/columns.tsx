"use client";

import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Account } from "@/lib/accounts/schema";
import type { NamesInLanguage } from "@/lib/messages/names";
import type { Texts } from "@/lib/messages/texts";
import { RestoreButton } from "./restore-button";

const helper = columnHelper<Account>();

export interface ColumnOptions {
  tenantSlug: string;
  timeZone: string;
  /** The columns of deleted accounts: when, and a way back for those who may. */
  deleted: boolean;
  mayWrite: boolean;
}

/** Columns of the list of accounts. */
export function accountColumns(
  t: Texts<"client.accounts">,
  names: NamesInLanguage,
  { tenantSlug, timeZone, deleted, mayWrite }: ColumnOptions,
) {
  const deletedAt = helper.accessor("deleted_at", {
    header: t("deletedAt"),
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  const restore = helper.display({
    id: "restore",
    header: () => <span className="sr-only">{t("restore")}</span>,
    meta: { label: t("restore"), align: "end" },
    cell: ({ row }) => <RestoreButton tenantSlug={tenantSlug} account={row.original} size="sm" />,
  });
  return helper.columns([
    helper.accessor("name", {
      header: t("name"),
      meta: { sort: "name" },
    }),
    helper.accessor("display_name", {
      header: t("displayName"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue() ?? <Absent />,
    }),
    helper.accessor("parent", {
      header: t("parent"),
      cell: ({ getValue }) => getValue()?.name ?? <Absent />,
    }),
    helper.accessor("currency", {
      header: t("currency"),
      cell: ({ getValue }) => {
        const { code, name } = getValue();
        return <span title={names.currency(code, name)}>{code}</span>;
      },
    }),
    helper.accessor("payout_currency", {
      header: t("payout"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue()?.code ?? <Absent />,
    }),
    helper.accessor("country", {
      header: t("country"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => {
        const country = getValue();
        return country ? names.country(country.code, country.name) : <Absent />;
      },
    }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    ...(deleted ? [deletedAt] : []),
    ...(deleted && mayWrite ? [restore] : []),
  ]);
}
