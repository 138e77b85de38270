import { importMappingOperations } from "@/lib/http/operations/import-mappings";
import { otherMethods, route } from "@/lib/http/route";
import { restoreNamedMapping } from "@/lib/imports/named-mapping-commands";

export const POST = route(importMappingOperations.restore, restoreNamedMapping);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
