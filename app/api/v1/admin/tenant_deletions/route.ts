import { adminTenantDeletionOperations } from "@/lib/http/operations/admin-tenant-deletions";
import { otherMethods, route } from "@/lib/http/route";
import { listTenantDeletions } from "@/lib/tenant-deletions/queries";

export const GET = route(adminTenantDeletionOperations.list, listTenantDeletions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
