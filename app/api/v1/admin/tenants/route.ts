import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { listTenants } from "@/lib/tenants/queries";

export const GET = route(adminOperations.listTenants, listTenants);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
