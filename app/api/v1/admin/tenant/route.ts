import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { createTenant, updateTenant } from "@/lib/tenants/commands";
import { getTenant } from "@/lib/tenants/queries";

export const GET = route(adminOperations.getTenant, getTenant);
export const POST = route(adminOperations.createTenant, createTenant);
export const PATCH = route(adminOperations.updateTenant, updateTenant);
export const { PUT, DELETE, OPTIONS } = otherMethods(GET, POST, PATCH);
