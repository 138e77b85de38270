"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import type { Invitation, SentInvitation } from "@/lib/invitations/schema";
import type { Texts } from "@/lib/messages/texts";
import { resendInvitationAction, revokeInvitationAction } from "../actions";

export interface InvitationButtonsProps {
  t: Texts<"client.team">;
  tenantSlug: string;
  invitation: Invitation;
  onSent: (sent: SentInvitation) => void;
}

/** Sends again and takes back, while nobody has accepted. */
export function InvitationButtons({ t, tenantSlug, invitation, onSent }: InvitationButtonsProps) {
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
      <Button size="sm" loading={isPending} onClick={resend} aria-label={t("invitations.resendTo", { email })}>
        {t("invitations.resend")}
      </Button>
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="ghost" aria-label={t("invitations.revokeOf", { email })}>
            {t("invitations.revoke")}
          </Button>
        }
        title={t("invitations.revokeTitle", { email })}
        description={t("invitations.revokeHelp")}
        confirmLabel={t("invitations.revokeConfirm")}
        action={() => revokeInvitationAction(tenantSlug, { id })}
        onSuccess={() => toast.success(t("invitations.revoked"))}
      />
    </span>
  );
}
