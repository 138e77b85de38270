import { previewExport } from "@/lib/exports/commands";
import { exportOperations } from "@/lib/http/operations/exports";
import { otherMethods, route } from "@/lib/http/route";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";

export const GET = route(exportOperations.options, (actor, input) => previewExport(actor, input, EXPORT_SOURCES));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
