import { importMappingOperations } from "@/lib/http/operations/import-mappings";
import { otherMethods, route } from "@/lib/http/route";
import { createNamedMapping, deleteNamedMapping, updateNamedMapping } from "@/lib/imports/named-mapping-commands";
import { getNamedMapping } from "@/lib/imports/named-mapping-queries";

export const GET = route(importMappingOperations.get, getNamedMapping);
export const POST = route(importMappingOperations.create, createNamedMapping);
export const PATCH = route(importMappingOperations.update, updateNamedMapping);
export const DELETE = route(importMappingOperations.delete, deleteNamedMapping);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
