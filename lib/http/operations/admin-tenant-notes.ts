import {
  createTenantNoteInput,
  tenantNote,
  tenantNoteId,
  tenantNoteList,
  updateTenantNoteInput,
} from "../../tenant-notes/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const oneNote = { ...PLATFORM, path: "/api/v1/admin/tenant_note", reply: tenantNote } as const;

export const adminTenantNoteOperations = {
  listTenantNotes: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_notes",
    operationId: "adminListTenantNotes",
    summary: "List the staff's notes about tenants, which no tenant sees",
    query: tenantNoteList,
    reply: listReply(tenantNote),
  },
  getTenantNote: {
    ...oneNote,
    method: "get",
    operationId: "adminGetTenantNote",
    summary: "One note about a tenant",
    query: tenantNoteId,
    errors: ["not_found"],
  },
  createTenantNote: {
    ...oneNote,
    method: "post",
    operationId: "adminCreateTenantNote",
    summary: "Write a note about a tenant",
    body: createTenantNoteInput,
    status: 201,
  },
  updateTenantNote: {
    ...oneNote,
    method: "patch",
    operationId: "adminUpdateTenantNote",
    summary: "Change an own note",
    body: updateTenantNoteInput,
    errors: ["not_found"],
  },
  deleteTenantNote: {
    ...oneNote,
    method: "delete",
    operationId: "adminDeleteTenantNote",
    summary: "Delete a note",
    query: tenantNoteId,
    errors: ["not_found"],
  },
} as const satisfies Record<string, Operation>;
