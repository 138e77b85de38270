import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { createTemplate } from "@/lib/templates/commands";
import { getTemplate } from "@/lib/templates/queries";

export const GET = route(adminTemplateOperations.getTemplate, getTemplate);
export const POST = route(adminTemplateOperations.createTemplate, createTemplate);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
