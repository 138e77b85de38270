import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { deactivateMembers } from "@/lib/members/bulk";

export const POST = route(bulkOperations.deactivateMembers, deactivateMembers);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
