import { requestExport } from "@/lib/exports/commands";
import { getExport } from "@/lib/exports/queries";
import { exportOperations } from "@/lib/http/operations/exports";
import { otherMethods, route } from "@/lib/http/route";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";

export const GET = route(exportOperations.get, getExport);
export const POST = route(exportOperations.request, (actor, input) => requestExport(actor, input, EXPORT_SOURCES));
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
