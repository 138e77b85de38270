import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { watchSavedView } from "@/lib/http/saved-views";

export const POST = route(savedViewOperations.watch, watchSavedView);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
