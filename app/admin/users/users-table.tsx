"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { yesNoField } from "@/components/data-table/yes-no-field";
import { Absent } from "@/components/ui/absent";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import type { User } from "@/lib/users/schema";
import { userBulk } from "./bulk";
import { UserBadges } from "./user-badges";

const helper = columnHelper<User>();

export interface UsersTableProps {
  page: Page<User>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function UsersTable({ page, links, issues, timeZone }: UsersTableProps) {
  const t = useTranslations("client.adminUsers");
  const columns = useMemo(() => userColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo(() => userFields(t), [t]);
  return (
    <DataTable
      list="admin_users"
      caption={t("list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/admin/users/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={userBulk(t, links.first)}
      empty={{
        icon: Users,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}

function userColumns(t: Texts<"client.adminUsers">, timeZone: string) {
  return helper.columns([
    helper.accessor("full_name", {
      header: t("name"),
      cell: ({ row: { original } }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {original.full_name || original.email} <UserBadges t={t} user={original} />
        </span>
      ),
    }),
    helper.accessor("email", { header: t("email"), meta: { sort: "email" } }),
    helper.accessor("tenants", {
      header: t("tenants"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => {
        const [first, ...others] = getValue();
        if (!first) return <Absent />;
        return (
          <span title={[first, ...others].map(({ name }) => name).join(", ")}>
            {first.name}
            {others.length > 0 && <span className="text-muted-foreground"> +{others.length}</span>}
          </span>
        );
      },
    }),
    helper.accessor("second_factor_since", {
      header: t("twoStep"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => (getValue() ? <Badge tone="success">{t("on")}</Badge> : <Badge>{t("off")}</Badge>),
    }),
    helper.accessor("last_login", {
      header: t("lastSignIn"),
      meta: { sort: "last_login", hideBelow: "lg" },
      cell: ({ getValue }) => {
        const time = getValue();
        return time ? <Timestamp value={time} timeZone={timeZone} /> : <Absent />;
      },
    }),
    helper.accessor("created_at", {
      header: t("created"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

function userFields(t: Texts<"client.adminUsers">): FilterField[] {
  return [
    { kind: "text", name: "name", label: t("filters.name"), placeholder: t("filters.nameHint") },
    yesNoField("disabled", t("filters.signIn"), { yes: t("deactivated"), no: t("filters.possible") }),
    yesNoField("second_factor", t("twoStep"), { yes: t("on"), no: t("off") }),
    yesNoField("platform_admin", t("platformAdmin"), { yes: t("filters.platformAdmins"), no: t("filters.others") }),
  ];
}
