import { rotateApiKey } from "@/lib/api-keys/commands";
import { apiKeyOperations } from "@/lib/http/operations/api-keys";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(apiKeyOperations.rotate, rotateApiKey);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
