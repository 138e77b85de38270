"use client";

import { columnHelper } from "@/components/data-table/features";
import { Avatar } from "@/components/ui/avatar";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Member } from "@/lib/members/schema";
import { pictureHref } from "@/lib/profile/names";
import { ReachSummary } from "./reach-summary";
import { RoleBadges } from "./role-badges";

const helper = columnHelper<Member>();

export interface MemberColumnOptions {
  timeZone: string;
  /** The columns of deactivated members say when. */
  isPast: boolean;
}

/** The columns of the team. */
export function memberColumns({ timeZone, isPast }: MemberColumnOptions) {
  const deactivated = helper.accessor("deleted_at", {
    header: "Deactivated",
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  const lastLogin = helper.accessor("last_login", {
    header: "Last sign-in",
    meta: { sort: "last_login", hideBelow: "md" },
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  return helper.columns([
    helper.accessor("name", {
      header: "Name",
      meta: { sort: "name" },
      cell: ({ row: { original } }) => (
        <span className="flex items-center gap-2">
          <Avatar
            name={original.name}
            src={pictureHref({ userId: original.user_id, avatarUrl: original.avatar_url })}
            size="sm"
          />
          <span className="min-w-0 truncate">{original.name}</span>
        </span>
      ),
    }),
    helper.accessor("email", {
      header: "E-mail",
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => getValue() ?? <span className="text-muted-foreground">–</span>,
    }),
    helper.accessor("roles", { header: "Roles", cell: ({ getValue }) => <RoleBadges roles={getValue()} /> }),
    helper.display({
      id: "accounts",
      header: "Accounts",
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <ReachSummary isRestricted={original.restricted_to_accounts} accounts={original.accounts} />
      ),
    }),
    isPast ? deactivated : lastLogin,
    helper.accessor("created_at", {
      header: "Joined",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="date" />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
