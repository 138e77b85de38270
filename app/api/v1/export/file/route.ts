import { documentStorage } from "@/lib/documents/storage";
import { openExport } from "@/lib/exports/download";
import { exportOperations } from "@/lib/http/operations/exports";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(exportOperations.file, (actor, input) => openExport(actor, input, documentStorage));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
