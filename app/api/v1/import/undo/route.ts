import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { undoImport } from "@/lib/imports/commands";

export const POST = route(importOperations.undo, undoImport);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
