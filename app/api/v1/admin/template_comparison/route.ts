import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { compareTemplates } from "@/lib/templates/queries";

export const GET = route(adminTemplateOperations.compareTemplates, compareTemplates);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
