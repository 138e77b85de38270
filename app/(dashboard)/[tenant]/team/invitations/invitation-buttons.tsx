"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import type { Invitation, SentInvitation } from "@/lib/invitations/schema";
import { resendInvitationAction, revokeInvitationAction } from "../actions";

export interface InvitationButtonsProps {
  tenantSlug: string;
  invitation: Invitation;
  onSent: (sent: SentInvitation) => void;
}

/** Sends again and takes back, while nobody has accepted. */
export function InvitationButtons({ tenantSlug, invitation, onSent }: InvitationButtonsProps) {
  const { id, email, state } = invitation;
  const [isPending, startTransition] = useTransition();
  if (state === "accepted" || state === "revoked") return null;
  function resend() {
    startTransition(async () => {
      const result = await resendInvitationAction(tenantSlug, { id });
      if (result.ok) onSent(result.data);
      else toastFailure(result.error);
    });
  }
  return (
    <span className="flex justify-end gap-2">
      <Button size="sm" loading={isPending} onClick={resend} aria-label={`Send again to ${email}`}>
        Send again
      </Button>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="ghost" aria-label={`Revoke the invitation of ${email}`}>
            Revoke
          </Button>
        }
        title={`Take back the invitation of ${email}?`}
        description="The link in the mail serves no more. You can invite the person anew."
        confirmLabel="Revoke invitation"
        action={() => revokeInvitationAction(tenantSlug, { id })}
        onSuccess={() => toast.success("The invitation was taken back")}
      />
    </span>
  );
}
