import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { listImports } from "@/lib/imports/queries";

export const GET = route(importOperations.list, listImports);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
