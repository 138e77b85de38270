"use client";

import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Invitation, SentInvitation } from "@/lib/invitations/schema";
import type { Texts } from "@/lib/messages/texts";
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
export function invitationColumns(
  t: Texts<"client.team">,
  { tenantSlug, timeZone, mayWrite, onSent }: InvitationColumnOptions,
) {
  const buttons = helper.display({
    id: "actions",
    header: () => <span className="sr-only">{t("invitations.actions")}</span>,
    meta: { label: t("invitations.actions"), align: "end" },
    cell: ({ row }) => <InvitationButtons t={t} tenantSlug={tenantSlug} invitation={row.original} onSent={onSent} />,
  });
  return helper.columns([
    helper.accessor("email", { header: t("email"), meta: { sort: "email" } }),
    helper.accessor("state", {
      header: t("invitations.state"),
      cell: ({ getValue }) => <StateBadge t={t} state={getValue()} />,
    }),
    helper.accessor("roles", {
      header: t("roles"),
      meta: { hideBelow: "sm" },
      cell: ({ getValue }) => <RoleBadges t={t} roles={getValue()} />,
    }),
    helper.display({
      id: "accounts",
      header: t("accounts"),
      meta: { hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <ReachSummary t={t} isRestricted={original.restricted_to_accounts} accounts={original.accounts} />
      ),
    }),
    helper.accessor("invited_by", {
      header: t("invitations.invitedBy"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue()?.name ?? <Absent />,
    }),
    helper.accessor("expires_at", {
      header: t("invitations.expires"),
      meta: { sort: "expires", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("created_at", {
      header: t("invitations.created"),
      meta: { sort: "created", hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    ...(mayWrite ? [buttons] : []),
  ]);
}

function StateBadge({ t, state }: Pick<Invitation, "state"> & { t: Texts<"client.team"> }) {
  const { tone, icon: Icon } = INVITATION_LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(`invitations.states.${state}`)}
    </Badge>
  );
}
