import { cancelExport } from "@/lib/exports/commands";
import { exportOperations } from "@/lib/http/operations/exports";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(exportOperations.cancel, cancelExport);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
