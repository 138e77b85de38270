import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { startCheck } from "@/lib/imports/commands";

export const POST = route(importOperations.check, startCheck);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
