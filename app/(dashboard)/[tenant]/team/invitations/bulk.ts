import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Invitation } from "@/lib/invitations/schema";
import { revokeInvitationsAction } from "../../_lists/bulk-actions";
import { counted, matching } from "../../_lists/matching";

const nameOf = ({ email }: Invitation) => email;
const invitations = (count: number) => counted(count, "invitation");

/** What can be done to many invitations at once. */
export function invitationBulk(tenantSlug: string, first: string): BulkActions<Invitation> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "invitations", first),
    actions: [
      {
        id: "revoke",
        label: "Revoke invitations",
        icon: Ban,
        tone: "danger",
        fits: ({ state }) => state === "open" || state === "expired",
        title: (count) => `Revoke ${invitations(count)}?`,
        description: "The links in the mails serve no more. You can invite the people anew.",
        run: (ids) => revokeInvitationsAction(tenantSlug, { ids }),
        done: (count) => `${invitations(count)} revoked`,
      },
    ],
  };
}
