import { importOperations } from "@/lib/http/operations/imports";
import { otherMethods, route } from "@/lib/http/route";
import { listKeptRecords } from "@/lib/jobs/import-desk";

export const GET = route(importOperations.kept, listKeptRecords);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
