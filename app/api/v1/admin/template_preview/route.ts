import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { previewTemplate } from "@/lib/templates/queries";

export const GET = route(adminTemplateOperations.previewTemplate, previewTemplate);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
