import { adminTenantNoteOperations } from "@/lib/http/operations/admin-tenant-notes";
import { otherMethods, route } from "@/lib/http/route";
import { listTenantNotes } from "@/lib/tenant-notes/queries";

export const GET = route(adminTenantNoteOperations.listTenantNotes, listTenantNotes);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
