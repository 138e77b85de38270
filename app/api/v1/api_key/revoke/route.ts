import { revokeApiKey } from "@/lib/api-keys/commands";
import { apiKeyOperations } from "@/lib/http/operations/api-keys";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(apiKeyOperations.revoke, revokeApiKey);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
