import { memberOperations } from "@/lib/http/operations/members";
import { otherMethods, route } from "@/lib/http/route";
import { deactivateMember, updateMember } from "@/lib/members/commands";
import { getMember } from "@/lib/members/queries";

export const GET = route(memberOperations.get, getMember);
export const PATCH = route(memberOperations.update, updateMember);
export const DELETE = route(memberOperations.remove, deactivateMember);
export const { POST, PUT, OPTIONS } = otherMethods(GET, PATCH, DELETE);
