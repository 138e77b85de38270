"use server";

import { acceptInvitation, acceptInvitationAsNew } from "@/lib/auth/accept-invitation";
import { personAction, visitorAction } from "@/lib/http/action";
import { acceptAsNewInput, acceptInvitationInput } from "@/lib/invitations/schema";

export const acceptInvitationAction = personAction(acceptInvitationInput, acceptInvitation);
export const acceptAsNewAction = visitorAction(acceptAsNewInput, acceptInvitationAsNew);
