import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { getDefaultView, setDefaultView } from "@/lib/http/saved-views";

export const GET = route(savedViewOperations.getDefault, getDefaultView);
export const POST = route(savedViewOperations.setDefault, setDefaultView);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
