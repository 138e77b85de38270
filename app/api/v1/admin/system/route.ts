import { adminSystemOperations } from "@/lib/http/operations/admin-system";
import { otherMethods, route } from "@/lib/http/route";
import { getSystem } from "@/lib/system/queries";

export const GET = route(adminSystemOperations.getSystem, getSystem);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
