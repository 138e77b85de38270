"use client";

import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { ApiKey } from "@/lib/api-keys/schema";
import { KeyStateBadge } from "./key-state-badge";
import { scopeSummary } from "./scopes";

const helper = columnHelper<ApiKey>();

/** The columns of the list of keys; times are on the person's own clock. */
export function apiKeyColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("name", { header: "Name", meta: { sort: "name" } }),
    helper.accessor("state", { header: "State", cell: ({ getValue }) => <KeyStateBadge state={getValue()} /> }),
    helper.display({
      id: "key",
      header: "Key",
      meta: { hideBelow: "md" },
      cell: ({ row: { original } }) => (
        <code className="whitespace-nowrap font-mono text-muted-foreground text-xs">
          {original.prefix}…{original.last_four}
        </code>
      ),
    }),
    helper.accessor("permissions", {
      header: "Permissions",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <span title={getValue().join("\n")}>{scopeSummary(getValue())}</span>,
    }),
    helper.display({
      id: "accounts",
      header: "Accounts",
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => <Accounts apiKey={original} />,
    }),
    helper.accessor("last_used_at", {
      header: "Last used",
      meta: { sort: "last_used" },
      cell: ({ getValue }) =>
        getValue() ? <Timestamp value={getValue()} timeZone={timeZone} /> : <Quiet>Never</Quiet>,
    }),
    helper.accessor("expires_at", {
      header: "Expires",
      meta: { sort: "expires", hideBelow: "sm" },
      cell: ({ getValue }) =>
        getValue() ? <Timestamp value={getValue()} timeZone={timeZone} /> : <Quiet>Never</Quiet>,
    }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("created_by_name", { header: "Created by", meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

function Accounts({ apiKey: { restricted_to_accounts, accounts } }: { apiKey: ApiKey }) {
  const [first, ...others] = accounts;
  if (!restricted_to_accounts) return <Quiet>All</Quiet>;
  if (!first) return <Quiet>None</Quiet>;
  return (
    <span title={accounts.map(({ name }) => name).join("\n")}>
      {first.name}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );
}

function Quiet({ children }: { children: string }) {
  return <span className="text-muted-foreground">{children}</span>;
}
