"use server";

import { adminAction } from "@/lib/http/action";
import { applyTemplate, archiveTemplate, createTemplate, restoreTemplate } from "@/lib/templates/commands";
import { applyTemplateInput, createTemplateInput, templateStatusInput } from "@/lib/templates/schema";

export const createTemplateAction = adminAction(createTemplateInput, createTemplate);
export const archiveTemplateAction = adminAction(templateStatusInput, archiveTemplate);
export const restoreTemplateAction = adminAction(templateStatusInput, restoreTemplate);
export const applyTemplateAction = adminAction(applyTemplateInput, applyTemplate);
