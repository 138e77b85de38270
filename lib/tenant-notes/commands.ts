import type { PlatformAdminActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, platformWrite } from "../tenant-db";
import { readTenantNote } from "./queries";
import type { CreateTenantNoteInput, TenantNote, UpdateTenantNoteInput } from "./schema";

const constraints: ConstraintMessages = {
  tenant_notes_about_tenant_id_fkey: () => fieldError("tenant_id", "There is no such tenant"),
  tenant_notes_author: () => new AppError("forbidden", "A note is changed by whoever wrote it"),
  tenant_notes_deleted: () => new AppError("not_found", "Note not found"),
};

/** Writes something down about a tenant, signed by the admin. @throws AppError `validation_error` for no such tenant */
export async function createTenantNote(admin: PlatformAdminActor, input: CreateTenantNoteInput): Promise<TenantNote> {
  return platformWrite(
    admin,
    "tenant_notes.create",
    async (db) => {
      const { id } = await db.tenantNote.create({
        data: { aboutTenantId: input.tenant_id, text: input.text },
        select: { id: true },
      });
      return readTenantNote(db, id);
    },
    { constraints },
  );
}

/** Changes an own note. @throws AppError `not_found`; `forbidden` for somebody else's */
export async function updateTenantNote(admin: PlatformAdminActor, input: UpdateTenantNoteInput): Promise<TenantNote> {
  return platformWrite(
    admin,
    "tenant_notes.update",
    async (db) => {
      if (input.text !== undefined)
        await db.tenantNote.updateMany({ where: { id: input.id, deletedAt: null }, data: { text: input.text } });
      return readTenantNote(db, input.id);
    },
    { constraints },
  );
}

/** Takes a note off the list; any admin may, and the log keeps who did. @throws AppError `not_found` */
export async function deleteTenantNote(admin: PlatformAdminActor, input: { id: string }): Promise<TenantNote> {
  return platformWrite(
    admin,
    "tenant_notes.delete",
    async (db) => {
      const note = await readTenantNote(db, input.id);
      await db.tenantNote.updateMany({ where: { id: input.id }, data: { deletedAt: new Date() } });
      return note;
    },
    { constraints },
  );
}
