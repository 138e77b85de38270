import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { restoreMembers } from "@/lib/members/bulk";

export const POST = route(bulkOperations.restoreMembers, restoreMembers);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
