import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { getTemplate } from "@/lib/templates/queries";

export const GET = route(adminOperations.getTemplate, getTemplate);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
