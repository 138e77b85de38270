import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { startImport } from "@/lib/imports/commands";

export const POST = route(importOperations.run, startImport);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
