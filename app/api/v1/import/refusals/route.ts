import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { getImportRefusals } from "@/lib/jobs/import-desk";

export const GET = route(importOperations.refusals, getImportRefusals);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
