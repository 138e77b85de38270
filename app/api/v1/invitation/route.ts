import { invitationOperations } from "@/lib/http/operations/invitations";
import { otherMethods, route } from "@/lib/http/route";
import { createInvitation } from "@/lib/invitations/commands";
import { getInvitation } from "@/lib/invitations/queries";

export const GET = route(invitationOperations.get, getInvitation);
export const POST = route(invitationOperations.create, createInvitation);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
