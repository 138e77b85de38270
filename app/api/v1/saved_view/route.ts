import { savedViewOperations } from "@/lib/http/operations/saved-views";
import { otherMethods, route } from "@/lib/http/route";
import { createSavedView, deleteSavedView, getSavedView, updateSavedView } from "@/lib/http/saved-views";

export const GET = route(savedViewOperations.get, getSavedView);
export const POST = route(savedViewOperations.create, createSavedView);
export const PATCH = route(savedViewOperations.update, updateSavedView);
export const DELETE = route(savedViewOperations.delete, deleteSavedView);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
