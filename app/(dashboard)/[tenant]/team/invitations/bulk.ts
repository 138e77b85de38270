import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Invitation } from "@/lib/invitations/schema";
import type { Texts } from "@/lib/messages/texts";
import { revokeInvitationsAction } from "../../_lists/bulk-actions";
import { matching } from "../../_lists/matching";

const nameOf = ({ email }: Invitation) => email;

/** What can be done to many invitations at once. */
export function invitationBulk(t: Texts<"client.team">, tenantSlug: string, first: string): BulkActions<Invitation> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "invitations", first),
    actions: [
      {
        id: "revoke",
        label: t("bulkRevoke.label"),
        icon: Ban,
        tone: "danger",
        fits: ({ state }) => state === "open" || state === "expired",
        title: (count) => t("bulkRevoke.title", { count }),
        description: t("bulkRevoke.help"),
        run: (ids) => revokeInvitationsAction(tenantSlug, { ids }),
        done: (count) => t("bulkRevoke.done", { count }),
      },
    ],
  };
}
