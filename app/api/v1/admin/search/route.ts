import { adminSearchOperations } from "@/lib/http/operations/admin-search";
import { otherMethods, route } from "@/lib/http/route";
import { searchPlatform } from "@/lib/platform-search/commands";

export const GET = route(adminSearchOperations.search, searchPlatform);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
