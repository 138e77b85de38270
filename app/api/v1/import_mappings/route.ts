import { importMappingOperations } from "@/lib/http/operations/import-mappings";
import { otherMethods, route } from "@/lib/http/route";
import { listNamedMappings } from "@/lib/imports/named-mapping-queries";

export const GET = route(importMappingOperations.list, listNamedMappings);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
