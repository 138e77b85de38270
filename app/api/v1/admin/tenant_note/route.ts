import { adminTenantNoteOperations } from "@/lib/http/operations/admin-tenant-notes";
import { otherMethods, route } from "@/lib/http/route";
import { createTenantNote, deleteTenantNote, updateTenantNote } from "@/lib/tenant-notes/commands";
import { getTenantNote } from "@/lib/tenant-notes/queries";

export const GET = route(adminTenantNoteOperations.getTenantNote, getTenantNote);
export const POST = route(adminTenantNoteOperations.createTenantNote, createTenantNote);
export const PATCH = route(adminTenantNoteOperations.updateTenantNote, updateTenantNote);
export const DELETE = route(adminTenantNoteOperations.deleteTenantNote, deleteTenantNote);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
