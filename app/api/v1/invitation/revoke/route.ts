import { invitationOperations } from "@/lib/http/operations/invitations";
import { otherMethods, route } from "@/lib/http/route";
import { revokeInvitation } from "@/lib/invitations/commands";

export const POST = route(invitationOperations.revoke, revokeInvitation);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
