import { memberOperations } from "@/lib/http/operations/members";
import { otherMethods, route } from "@/lib/http/route";
import { listMembers } from "@/lib/members/queries";

export const GET = route(memberOperations.list, listMembers);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
