"use client";

import { columnHelper } from "@/components/data-table/features";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Invitation, SentInvitation } from "@/lib/invitations/schema";
import { ReachSummary } from "../reach-summary";
import { RoleBadges } from "../role-badges";
import { InvitationButtons } from "./invitation-buttons";
import { INVITATION_LOOKS } from "./states";

const helper = columnHelper<Invitation>();

export interface InvitationColumnOptions {
  tenantSlug: string;
  timeZone: string;
  mayWrite: boolean;
  onSent: (sent: SentInvitation) => void;
}

/** The columns of the invitations. */
export function invitationColumns({ tenantSlug, timeZone, mayWrite, onSent }: InvitationColumnOptions) {
  const buttons = helper.display({
    id: "actions",
    header: () => <span className="sr-only">What you can do</span>,
    meta: { label: "What you can do", align: "end" },
    cell: ({ row }) => <InvitationButtons tenantSlug={tenantSlug} invitation={row.original} onSent={onSent} />,
  });
  return helper.columns([
    helper.accessor("email", { header: "E-mail", meta: { sort: "email" } }),
    helper.accessor("state", { header: "State", cell: ({ getValue }) => <StateBadge state={getValue()} /> }),
    helper.accessor("roles", {
      header: "Roles",
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => <RoleBadges roles={getValue()} />,
    }),
    helper.display({
      id: "accounts",
      header: "Accounts",
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <ReachSummary isRestricted={original.restricted_to_accounts} accounts={original.accounts} />
      ),
    }),
    helper.accessor("invited_by", {
      header: "Invited by",
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue()?.name ?? <span className="text-muted-foreground">–</span>,
    }),
    helper.accessor("expires_at", {
      header: "Expires",
      meta: { sort: "expires", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("created_at", {
      header: "Created",
      meta: { sort: "created", hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    ...(mayWrite ? [buttons] : []),
  ]);
}

function StateBadge({ state }: Pick<Invitation, "state">) {
  const { label, tone, icon: Icon } = INVITATION_LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
