"use client";

import { Users } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { User } from "@/lib/users/schema";
import { UserBadges } from "./user-badges";

const helper = columnHelper<User>();

const FIELDS: FilterField[] = [
  { kind: "text", name: "name", label: "Name or e-mail", placeholder: "Part of the name or e-mail address" },
  {
    kind: "option",
    name: "disabled",
    label: "Sign-in",
    options: [
      { value: "false", label: "Possible" },
      { value: "true", label: "Deactivated" },
    ],
  },
  {
    kind: "option",
    name: "second_factor",
    label: "Two-step sign-in",
    options: [
      { value: "true", label: "On" },
      { value: "false", label: "Off" },
    ],
  },
  {
    kind: "option",
    name: "platform_admin",
    label: "Platform admin",
    options: [
      { value: "true", label: "Platform admins" },
      { value: "false", label: "Everybody else" },
    ],
  },
];

export interface UsersTableProps {
  page: Page<User>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function UsersTable({ page, links, issues, timeZone }: UsersTableProps) {
  const columns = useMemo(() => userColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="admin_users"
      caption="Users"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/users/${id}`}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      empty={{
        icon: Users,
        title: "Nobody yet",
        description: "People come in by invitations of tenants; the platform's own admins by the command line.",
      }}
    />
  );
}

function userColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("full_name", {
      header: "Name",
      cell: ({ row: { original } }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {original.full_name || original.email} <UserBadges user={original} />
        </span>
      ),
    }),
    helper.accessor("email", { header: "E-mail", meta: { sort: "email" } }),
    helper.accessor("tenants", {
      header: "Tenants",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => {
        const [first, ...others] = getValue();
        if (!first) return <span className="text-muted-foreground">–</span>;
        return (
          <span title={[first, ...others].map(({ name }) => name).join(", ")}>
            {first.name}
            {others.length > 0 && <span className="text-muted-foreground"> +{others.length}</span>}
          </span>
        );
      },
    }),
    helper.accessor("second_factor_since", {
      header: "Two-step sign-in",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => (getValue() ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>),
    }),
    helper.accessor("last_login", {
      header: "Last sign-in",
      meta: { sort: "last_login", hideBelow: "lg" },
      cell: ({ getValue }) => {
        const time = getValue();
        return time ? <Timestamp value={time} timeZone={timeZone} /> : <span className="text-muted-foreground">–</span>;
      },
    }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
