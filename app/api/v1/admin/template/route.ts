import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { getTemplate } from "@/lib/templates/queries";

export const GET = route(adminTemplateOperations.getTemplate, getTemplate);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
