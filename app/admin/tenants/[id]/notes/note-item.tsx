"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { Timestamp } from "@/components/ui/timestamp";
import { toast } from "@/components/ui/toast";
import type { TenantNote } from "@/lib/tenant-notes/schema";
import { deleteNoteAction } from "./actions";

export interface NoteItemProps {
  note: TenantNote;
  /** Whoever looks wrote it, and may change it. */
  isOwn: boolean;
  timeZone: string;
}

/** One note, with what may be done about it. */
export function NoteItem({ note, isOwn, timeZone }: NoteItemProps) {
  const t = useTranslations("client.adminTenants");
  const isChanged = note.updated_at !== note.created_at;
  return (
    <li className="px-4 py-3">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 text-muted-foreground text-xs">
          <Link href={`/admin/users/${note.author.user_id}`} className="font-medium text-foreground hover:underline">
            {note.author.name}
          </Link>
          {" · "}
          <Timestamp value={note.created_at} timeZone={timeZone} />
          {isChanged && (
            <>
              {" · "}
              {t.rich("notes.changed", { time: () => <Timestamp value={note.updated_at} timeZone={timeZone} /> })}
            </>
          )}
        </p>
        {isOwn && (
          <EditDialog title={t("notes.edit")} load={() => import("./edit-note-form")}>
            {({ EditNoteForm }, onSaved) => <EditNoteForm note={note} onSaved={onSaved} />}
          </EditDialog>
        )}
        <ConfirmDialog
          trigger={
            <Button aria-label={t("notes.delete")} size="icon-sm" variant="ghost">
              <Icon name="trash" />
            </Button>
          }
          title={t("notes.deleteTitle")}
          description={t("notes.deleteHelp")}
          confirmLabel={t("notes.delete")}
          action={() => deleteNoteAction({ id: note.id })}
          onSuccess={() => toast.success(t("notes.deleted"))}
        />
      </div>
      <p className="mt-1 whitespace-pre-wrap break-words">{note.text}</p>
    </li>
  );
}
