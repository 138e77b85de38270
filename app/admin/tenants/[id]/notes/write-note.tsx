"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { createTenantNoteInput } from "@/lib/tenant-notes/schema";
import { createNoteAction } from "./actions";

/** Writes a note; the form is empty again once it is kept. */
export function WriteNote({ tenantId }: { tenantId: string }) {
  const t = useTranslations("client.adminTenants");
  const form = useActionForm({
    schema: createTenantNoteInput,
    defaultValues: { tenant_id: tenantId, text: "" },
    action: createNoteAction,
    onSuccess: () => form.methods.reset(),
  });
  return (
    <Card>
      <Form form={form}>
        <TextareaField control={form.control} name="text" label={t("notes.new")} rows={3} />
        <FormActions form={form} submitLabel={t("notes.add")} />
      </Form>
    </Card>
  );
}
