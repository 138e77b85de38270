import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { unwatchSavedView } from "@/lib/http/saved-views";

export const POST = route(savedViewOperations.unwatch, unwatchSavedView);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
