import { invitationOperations } from "@/lib/http/operations/invitations";
import { otherMethods, route } from "@/lib/http/route";
import { listInvitations } from "@/lib/invitations/queries";

export const GET = route(invitationOperations.list, listInvitations);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
