import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { restoreTemplate } from "@/lib/templates/commands";

export const POST = route(adminTemplateOperations.restoreTemplate, restoreTemplate);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
