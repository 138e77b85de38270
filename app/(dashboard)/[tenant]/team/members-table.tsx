"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Option } from "@/components/ui/option";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Member } from "@/lib/members/schema";
import type { FilterAccounts } from "../_lists/filter-accounts";
import { useAccountFields } from "../_lists/use-account-fields";
import { memberBulk } from "./bulk";
import { type MemberColumnOptions, memberColumns } from "./columns";

export interface MembersTableProps extends MemberColumnOptions {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  /** Address of the list. */
  path: string;
  page: Page<Member>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  roles: readonly Option[];
  accounts: FilterAccounts;
  inviteAction: ReactNode;
}

export function MembersTable(props: MembersTableProps) {
  const { path, page, links, issues, roles, timeZone, isPast, inviteAction } = props;
  const t = useTranslations("client.team");
  const accounts = useAccountFields(props.accounts);
  const columns = useMemo(() => memberColumns(t, { timeZone, isPast }), [t, timeZone, isPast]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "name", label: t("name"), placeholder: t("nameHint") },
      {
        kind: "text",
        name: "email",
        label: t("email"),
        match: "prefix",
        placeholder: t("emailHint"),
      },
      { kind: "option", name: "role", label: t("role"), options: roles },
      { kind: "option", name: "account", label: t("reaches"), ...accounts.choice },
    ],
    [t, roles, accounts],
  );
  return (
    <DataTable
      list="members"
      caption={isPast ? t("pastMembers") : t("members")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : memberBulk(t, props.changesIn, links.first, isPast)}
      tools={props.tools}
      empty={
        isPast
          ? {
              icon: Users,
              title: t("nonePast"),
              description: t("nonePastHelp"),
            }
          : {
              icon: Users,
              title: t("none"),
              description: t("noneHelp"),
              action: inviteAction,
            }
      }
    />
  );
}
