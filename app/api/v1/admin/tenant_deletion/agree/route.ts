import { adminTenantDeletionOperations } from "@/lib/http/operations/admin-tenant-deletions";
import { otherMethods, route } from "@/lib/http/route";
import { agreeTenantDeletion } from "@/lib/tenant-deletions/commands";

export const POST = route(adminTenantDeletionOperations.agree, agreeTenantDeletion);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
