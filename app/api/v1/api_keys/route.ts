import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyOperations } from "@/lib/http/operations/api-keys";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(apiKeyOperations.list, listApiKeys);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
