import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { listTemplates } from "@/lib/templates/queries";

export const GET = route(adminTemplateOperations.listTemplates, listTemplates);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
