import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { watchSavedView } from "@/lib/http/saved-views";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";

export const POST = route(savedViewOperations.watch, (actor, input) => watchSavedView(actor, input, EXPORT_SOURCES));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
