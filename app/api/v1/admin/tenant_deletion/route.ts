import { adminTenantDeletionOperations } from "@/lib/http/operations/admin-tenant-deletions";
import { otherMethods, route } from "@/lib/http/route";
import { requestTenantDeletion } from "@/lib/tenant-deletions/commands";
import { getTenantDeletion } from "@/lib/tenant-deletions/queries";

export const GET = route(adminTenantDeletionOperations.get, getTenantDeletion);
export const POST = route(adminTenantDeletionOperations.request, requestTenantDeletion);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
