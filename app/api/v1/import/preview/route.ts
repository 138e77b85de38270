import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { previewImport } from "@/lib/jobs/import-desk";

export const POST = route(importOperations.preview, previewImport);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
