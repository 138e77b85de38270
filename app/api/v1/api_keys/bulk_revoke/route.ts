import { revokeApiKeys } from "@/lib/api-keys/bulk";
import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(bulkOperations.revokeApiKeys, revokeApiKeys);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
