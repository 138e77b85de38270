import { Ban, Check, Clock, type LucideIcon, MailOpen } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import { INVITATION_STATES } from "@/lib/invitations/names";
import type { Invitation } from "@/lib/invitations/schema";

export interface InvitationLook {
  label: string;
  tone: BadgeTone;
  icon: LucideIcon;
}

export const INVITATION_LOOKS: Readonly<Record<Invitation["state"], InvitationLook>> = {
  open: { label: "Open", tone: "info", icon: MailOpen },
  expired: { label: "Expired", tone: "warning", icon: Clock },
  revoked: { label: "Revoked", tone: "neutral", icon: Ban },
  accepted: { label: "Accepted", tone: "success", icon: Check },
};

export const STATE_OPTIONS = INVITATION_STATES.map((value) => ({ value, label: INVITATION_LOOKS[value].label }));
