import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { listSavedViews } from "@/lib/http/saved-views";

export const GET = route(savedViewOperations.list, listSavedViews);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
