import { whoamiOperations } from "@/lib/http/operations/whoami";
import { otherMethods, route } from "@/lib/http/route";
import { getWhoami } from "@/lib/whoami/queries";

export const GET = route(whoamiOperations.get, getWhoami);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
