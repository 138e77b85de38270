import { listPreferenceOperations } from "@/lib/http/operations/list-preferences";
import { otherMethods, route } from "@/lib/http/route";
import { saveListPreference } from "@/lib/list-preferences/commands";

export const PUT = route(listPreferenceOperations.save, saveListPreference);
export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(PUT);
