import { createApiKey } from "@/lib/api-keys/commands";
import { getApiKey } from "@/lib/api-keys/queries";
import { apiKeyOperations } from "@/lib/http/operations/api-keys";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(apiKeyOperations.get, getApiKey);
export const POST = route(apiKeyOperations.create, createApiKey);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
