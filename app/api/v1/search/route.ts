import { searchOperations } from "@/lib/http/operations/search";
import { otherMethods, route } from "@/lib/http/route";
import { searchTenant } from "@/lib/search/queries";

export const GET = route(searchOperations.search, searchTenant);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
