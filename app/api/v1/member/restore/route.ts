import { memberOperations } from "@/lib/http/operations/members";
import { otherMethods, route } from "@/lib/http/route";
import { restoreMember } from "@/lib/members/commands";

export const POST = route(memberOperations.restore, restoreMember);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
