import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { askWriting } from "@/lib/visits/commands";

export const POST = route(adminVisitOperations.askWriting, askWriting);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
