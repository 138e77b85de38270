import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { applyTemplate } from "@/lib/templates/commands";

export const POST = route(adminTemplateOperations.applyTemplate, applyTemplate);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
