import { Ban, Check, Clock, type LucideIcon, MailOpen } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import { INVITATION_STATES } from "@/lib/invitations/names";
import type { Invitation } from "@/lib/invitations/schema";
import type { Texts } from "@/lib/messages/texts";

export interface InvitationLook {
  tone: BadgeTone;
  icon: LucideIcon;
}

export const INVITATION_LOOKS: Readonly<Record<Invitation["state"], InvitationLook>> = {
  open: { tone: "info", icon: MailOpen },
  expired: { tone: "warning", icon: Clock },
  revoked: { tone: "neutral", icon: Ban },
  accepted: { tone: "success", icon: Check },
};

export function stateOptions(t: Texts<"client.team">) {
  return INVITATION_STATES.map((value) => ({ value, label: t(`invitations.states.${value}`) }));
}
