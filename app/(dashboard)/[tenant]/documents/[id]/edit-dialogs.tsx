"use client";

import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { toast } from "sonner";
import { ComboboxField } from "@/components/form/choice-fields";
import { Form, FormActions } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { type ActionForm, useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { type Document, updateDocumentInput } from "@/lib/documents/schema";
import { type AccountChoice, accountOptions } from "../../options";
import { updateDocumentAction } from "../actions";

interface EditProps {
  tenantSlug: string;
  document: Document;
}

interface DetailsProps extends EditProps {
  accounts: readonly AccountChoice[];
}

// Each part sends its own fields only: who edits the title overwrites nobody's change of the metadata.
const detailsInput = updateDocumentInput.pick({
  id: true,
  title: true,
  account_id: true,
  payment_intent_id: true,
});
const metadataInput = updateDocumentInput.pick({ id: true, metadata: true });

export function EditDetailsButton(props: DetailsProps) {
  return (
    <EditDialog title="Edit details" trigger="Edit details">
      {(close) => <DetailsForm {...props} onDone={close} />}
    </EditDialog>
  );
}

export function EditMetadataButton(props: EditProps) {
  return (
    <EditDialog title="Edit metadata" trigger="Edit metadata">
      {(close) => <MetadataForm {...props} onDone={close} />}
    </EditDialog>
  );
}

interface EditDialogProps {
  title: string;
  /** Name of the button, which reads “Edit”. */
  trigger: string;
  children: (close: () => void) => ReactNode;
}

/** The form exists while the dialog is open, so that it starts from the record as it is then. */
function EditDialog({ title, trigger, children }: EditDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button size="sm" variant="ghost" aria-label={trigger} />}>Edit</DialogTrigger>
      <DialogContent title={title}>{children(() => setIsOpen(false))}</DialogContent>
    </Dialog>
  );
}

function saved(onDone: () => void) {
  return () => {
    onDone();
    toast.success("Saved");
  };
}

function DetailsForm({ tenantSlug, document, accounts, onDone }: DetailsProps & { onDone: () => void }) {
  const form = useActionForm({
    schema: detailsInput,
    defaultValues: {
      id: document.id,
      title: document.title,
      account_id: document.account?.id ?? null,
      payment_intent_id: document.payment_intent?.id ?? null,
    },
    action: updateDocumentAction.bind(null, tenantSlug),
    onSuccess: saved(onDone),
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="title" label="Title" />
      <ComboboxField
        control={form.control}
        name="account_id"
        label="Account"
        options={accountOptions(accounts)}
        optional
      />
      <TextField
        control={form.control}
        name="payment_intent_id"
        label="Payment intent"
        description="Its id. The account must be the payment's own."
        optional
      />
      <SaveActions form={form} />
    </Form>
  );
}

function MetadataForm({ tenantSlug, document, onDone }: EditProps & { onDone: () => void }) {
  const form = useActionForm({
    schema: metadataInput,
    defaultValues: { id: document.id, metadata: document.metadata },
    action: updateDocumentAction.bind(null, tenantSlug),
    onSuccess: saved(onDone),
  });
  return (
    <Form form={form}>
      <MetadataField control={form.control} name="metadata" label="Metadata" optional />
      <SaveActions form={form} />
    </Form>
  );
}

function SaveActions<Input extends FieldValues, Output>({ form }: { form: ActionForm<Input, Output> }) {
  return (
    <FormActions form={form} submitLabel="Save">
      <DialogClose render={<Button />}>Cancel</DialogClose>
    </FormActions>
  );
}
