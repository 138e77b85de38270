import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { listTemplates } from "@/lib/templates/queries";

export const GET = route(adminOperations.listTemplates, listTemplates);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
