"use client";

import { useTranslations } from "next-intl";
import { EditForm } from "@/components/form/edit-form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type TenantNote, updateTenantNoteInput } from "@/lib/tenant-notes/schema";
import { updateNoteAction } from "./actions";

export function EditNoteForm({ note, onSaved }: { note: TenantNote; onSaved: () => void }) {
  const t = useTranslations("client.adminTenants");
  const form = useActionForm({
    schema: updateTenantNoteInput,
    defaultValues: { id: note.id, text: note.text },
    action: updateNoteAction,
    onSuccess: onSaved,
  });
  return (
    <EditForm form={form}>
      <TextareaField control={form.control} name="text" label={t("notes.text")} rows={6} />
    </EditForm>
  );
}
