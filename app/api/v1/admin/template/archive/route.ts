import { adminTemplateOperations } from "@/lib/http/operations/admin-templates";
import { otherMethods, route } from "@/lib/http/route";
import { archiveTemplate } from "@/lib/templates/commands";

export const POST = route(adminTemplateOperations.archiveTemplate, archiveTemplate);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
