import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { agreeWriting } from "@/lib/visits/commands";

export const POST = route(adminVisitOperations.agreeWriting, agreeWriting);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
