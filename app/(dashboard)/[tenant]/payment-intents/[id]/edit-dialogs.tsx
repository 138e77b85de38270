"use client";

import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { toast } from "sonner";
import { Form, FormActions } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { type ActionForm, useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { type PaymentIntent, updatePaymentIntentInput } from "@/lib/payment-intents/schema";
import { updatePaymentIntentAction } from "../actions";

export interface EditProps {
  tenantSlug: string;
  payment: PaymentIntent;
}

// Each part sends its own fields only: who edits the reference overwrites nobody's change of the customer.
const customerInput = updatePaymentIntentInput.pick({ id: true, customer_email: true, customer_phone: true });
const detailsInput = updatePaymentIntentInput.pick({ id: true, reference: true });
const metadataInput = updatePaymentIntentInput.pick({ id: true, metadata: true });

export function EditCustomerButton(props: EditProps) {
  return (
    <EditDialog title="Edit customer" trigger="Edit customer">
      {(close) => <CustomerForm {...props} onDone={close} />}
    </EditDialog>
  );
}

export function EditDetailsButton(props: EditProps) {
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

interface FormProps extends EditProps {
  onDone: () => void;
}

function saved(onDone: () => void) {
  return () => {
    onDone();
    toast.success("Saved");
  };
}

function CustomerForm({ tenantSlug, payment, onDone }: FormProps) {
  const form = useActionForm({
    schema: customerInput,
    defaultValues: { id: payment.id, customer_email: payment.customer_email, customer_phone: payment.customer_phone },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
    onSuccess: saved(onDone),
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="customer_email" type="email" label="E-mail" optional />
      <TextField control={form.control} name="customer_phone" type="tel" label="Phone" optional />
      <SaveActions form={form} />
    </Form>
  );
}

function DetailsForm({ tenantSlug, payment, onDone }: FormProps) {
  const form = useActionForm({
    schema: detailsInput,
    defaultValues: { id: payment.id, reference: payment.reference },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
    onSuccess: saved(onDone),
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="reference" label="Reference" optional />
      <SaveActions form={form} />
    </Form>
  );
}

function MetadataForm({ tenantSlug, payment, onDone }: FormProps) {
  const form = useActionForm({
    schema: metadataInput,
    defaultValues: { id: payment.id, metadata: payment.metadata },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
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
