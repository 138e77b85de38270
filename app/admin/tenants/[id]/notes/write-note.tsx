"use client";

import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { createTenantNoteInput } from "@/lib/tenant-notes/schema";
import { createNoteAction } from "./actions";

/** Writes a note; the form is empty again once it is kept. */
export function WriteNote({ tenantId }: { tenantId: string }) {
  const form = useActionForm({
    schema: createTenantNoteInput,
    defaultValues: { tenant_id: tenantId, text: "" },
    action: createNoteAction,
    onSuccess: () => form.methods.reset(),
  });
  return (
    <Card>
      <Form form={form}>
        <TextareaField control={form.control} name="text" label="New note" rows={3} />
        <FormActions form={form} submitLabel="Add note" />
      </Form>
    </Card>
  );
}
