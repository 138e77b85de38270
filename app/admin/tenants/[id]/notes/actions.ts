"use server";

import { adminAction } from "@/lib/http/action";
import { createTenantNote, deleteTenantNote, updateTenantNote } from "@/lib/tenant-notes/commands";
import { createTenantNoteInput, tenantNoteId, updateTenantNoteInput } from "@/lib/tenant-notes/schema";

export const createNoteAction = adminAction(createTenantNoteInput, createTenantNote);
export const updateNoteAction = adminAction(updateTenantNoteInput, updateTenantNote);
export const deleteNoteAction = adminAction(tenantNoteId, deleteTenantNote);
