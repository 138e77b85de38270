import { memberOperations } from "@/lib/http/operations/members";
import { otherMethods, route } from "@/lib/http/route";
import { setMemberRoles } from "@/lib/members/commands";

export const PUT = route(memberOperations.setRoles, setMemberRoles);
export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(PUT);
