import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { revokeInvitations } from "@/lib/invitations/bulk";

export const POST = route(bulkOperations.revokeInvitations, revokeInvitations);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
