import { adminTenantDeletionOperations } from "@/lib/http/operations/admin-tenant-deletions";
import { otherMethods, route } from "@/lib/http/route";
import { callOffTenantDeletion } from "@/lib/tenant-deletions/commands";

export const POST = route(adminTenantDeletionOperations.callOff, callOffTenantDeletion);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
