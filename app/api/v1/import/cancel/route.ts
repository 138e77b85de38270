import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { cancelImport } from "@/lib/imports/commands";

export const POST = route(importOperations.cancel, cancelImport);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
