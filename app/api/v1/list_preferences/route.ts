import { listPreferenceOperations } from "@/lib/http/operations/list-preferences";
import { otherMethods, route } from "@/lib/http/route";
import { listListPreferences } from "@/lib/list-preferences/queries";

export const GET = route(listPreferenceOperations.list, listListPreferences);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
