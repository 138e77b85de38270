import { memberOperations } from "@/lib/http/operations/members";
import { otherMethods, route } from "@/lib/http/route";
import { getMember } from "@/lib/members/queries";

export const GET = route(memberOperations.get, getMember);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
