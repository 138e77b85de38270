"use client";

import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { Avatar } from "@/components/ui/avatar";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Member } from "@/lib/members/schema";
import type { Texts } from "@/lib/messages/texts";
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
export function memberColumns(t: Texts<"client.team">, { timeZone, isPast }: MemberColumnOptions) {
  const deactivated = helper.accessor("deleted_at", {
    header: t("deactivated"),
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  const lastLogin = helper.accessor("last_login", {
    header: t("lastSignIn"),
    meta: { sort: "last_login", hideBelow: "md" },
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  return helper.columns([
    helper.accessor("name", {
      header: t("name"),
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
      header: t("email"),
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => getValue() ?? <Absent />,
    }),
    helper.accessor("roles", { header: t("roles"), cell: ({ getValue }) => <RoleBadges t={t} roles={getValue()} /> }),
    helper.display({
      id: "accounts",
      header: t("accounts"),
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <ReachSummary t={t} isRestricted={original.restricted_to_accounts} accounts={original.accounts} />
      ),
    }),
    isPast ? deactivated : lastLogin,
    helper.accessor("created_at", {
      header: t("joined"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="date" />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
