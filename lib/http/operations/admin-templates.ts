import { template, templateId, templateList } from "../../templates/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminTemplateOperations = {
  listTemplates: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/templates",
    operationId: "adminListTemplates",
    summary: "List the templates of new tenants",
    query: templateList,
    reply: listReply(template),
  },
  getTemplate: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/template",
    operationId: "adminGetTemplate",
    summary: "One version of a template",
    query: templateId,
    reply: template,
    errors: ["not_found"],
  },
} as const satisfies Record<string, Operation>;
