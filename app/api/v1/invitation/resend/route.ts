import { invitationOperations } from "@/lib/http/operations/invitations";
import { otherMethods, route } from "@/lib/http/route";
import { resendInvitation } from "@/lib/invitations/commands";

export const POST = route(invitationOperations.resend, resendInvitation);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
