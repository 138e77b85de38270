"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { ApiKey } from "@/lib/api-keys/schema";
import type { Texts } from "@/lib/messages/texts";
import { KeyStateBadge } from "./key-state-badge";
import { scopeSummary } from "./scopes";

const helper = columnHelper<ApiKey>();

/** The columns of the list of keys; times are on the person's own clock. */
export function apiKeyColumns(
  t: Texts<"client.apiKeys">,
  permissionTexts: Texts<"client.permissions">,
  timeZone: string,
) {
  return helper.columns([
    helper.accessor("name", {
      header: t("name"),
      meta: { sort: "name" },
      cell: ({ getValue }) => <span className="min-[88rem]:whitespace-nowrap">{getValue()}</span>,
    }),
    helper.accessor("state", {
      header: t("state"),
      cell: ({ getValue }) => <KeyStateBadge t={t} state={getValue()} />,
    }),
    helper.display({
      id: "key",
      header: t("key"),
      meta: { hideBelow: "md" },
      cell: ({ row: { original } }) => (
        <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">
          {original.prefix}…{original.last_four}
        </code>
      ),
    }),
    helper.accessor("permissions", {
      header: t("permissions"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => (
        <span title={getValue().join("\n")} className="min-[88rem]:whitespace-nowrap">
          {scopeSummary(permissionTexts, getValue())}
        </span>
      ),
    }),
    helper.display({
      id: "accounts",
      header: t("accounts"),
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => <Accounts t={t} apiKey={original} />,
    }),
    helper.accessor("last_used_at", {
      header: t("lastUsed"),
      meta: { sort: "last_used" },
      cell: ({ getValue }) =>
        getValue() ? <Timestamp value={getValue()} timeZone={timeZone} /> : <Quiet>{t("never")}</Quiet>,
    }),
    helper.accessor("expires_at", {
      header: t("expires"),
      meta: { sort: "expires", hideBelow: "sm" },
      cell: ({ getValue }) =>
        getValue() ? <Timestamp value={getValue()} timeZone={timeZone} /> : <Quiet>{t("never")}</Quiet>,
    }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("created_by_name", { header: t("createdBy"), meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

interface AccountsProps {
  t: Texts<"client.apiKeys">;
  apiKey: ApiKey;
}

function Accounts({ t, apiKey: { restricted_to_accounts, accounts } }: AccountsProps) {
  const [first, ...others] = accounts;
  if (!restricted_to_accounts) return <Quiet>{t("allAccounts")}</Quiet>;
  if (!first) return <Quiet>{t("noAccounts")}</Quiet>;
  return (
    <span title={accounts.map(({ name }) => name).join("\n")}>
      {others.length > 0 ? t("moreAccounts", { name: first.name, count: others.length }) : first.name}
    </span>
  );
}

function Quiet({ children }: { children: string }) {
  return <span className="text-muted-foreground">{children}</span>;
}
