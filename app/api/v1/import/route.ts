import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { getImport } from "@/lib/imports/queries";
import { uploadImport } from "@/lib/jobs/import-desk";

export const GET = route(importOperations.get, getImport);
export const POST = route(importOperations.upload, uploadImport);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
