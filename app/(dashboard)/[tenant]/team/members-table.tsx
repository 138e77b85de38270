"use client";

import { Users } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Option } from "@/components/ui/option";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Member } from "@/lib/members/schema";
import { type AccountChoice, accountOptions } from "../options";
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
  accounts: readonly AccountChoice[];
  inviteAction: ReactNode;
}

export function MembersTable(props: MembersTableProps) {
  const { path, page, links, issues, roles, accounts, timeZone, isPast, inviteAction } = props;
  const columns = useMemo(() => memberColumns({ timeZone, isPast }), [timeZone, isPast]);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "text", name: "name", label: "Name", placeholder: "Part of the name" },
      {
        kind: "text",
        name: "email",
        label: "E-mail",
        match: "prefix",
        placeholder: "Address, or its beginning with *",
      },
      { kind: "option", name: "role", label: "Role", options: roles },
      { kind: "option", name: "account", label: "Reaches", options: accountOptions(accounts) },
    ],
    [roles, accounts],
  );
  return (
    <DataTable
      list="members"
      caption={isPast ? "Deactivated members" : "Members"}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={props.changesIn === null ? undefined : memberBulk(props.changesIn, links.first, isPast)}
      tools={props.tools}
      empty={
        isPast
          ? {
              icon: Users,
              title: "Nobody was deactivated",
              description: "Whoever you deactivate waits here to be restored.",
            }
          : {
              icon: Users,
              title: "Nobody is here",
              description: "Invite the people you work with.",
              action: inviteAction,
            }
      }
    />
  );
}
