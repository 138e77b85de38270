"use client";

import { useTranslations } from "next-intl";
import { EditForm } from "@/components/form/edit-form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type PaymentIntent, updatePaymentIntentInput } from "@/lib/payment-intents/schema";
import { updatePaymentIntentAction } from "../actions";

interface FormProps {
  tenantSlug: string;
  payment: PaymentIntent;
  onSuccess: () => void;
}

// Each part sends its own fields only: who edits the reference overwrites nobody's change of the customer.
const customerInput = updatePaymentIntentInput.pick({ id: true, customer_email: true, customer_phone: true });
const detailsInput = updatePaymentIntentInput.pick({ id: true, reference: true });
const metadataInput = updatePaymentIntentInput.pick({ id: true, metadata: true });

export function CustomerForm({ tenantSlug, payment, onSuccess }: FormProps) {
  const t = useTranslations("client.payments");
  const form = useActionForm({
    schema: customerInput,
    defaultValues: { id: payment.id, customer_email: payment.customer_email, customer_phone: payment.customer_phone },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
    onSuccess,
  });
  return (
    <EditForm form={form}>
      <TextField control={form.control} name="customer_email" type="email" label={t("email")} optional />
      <TextField control={form.control} name="customer_phone" type="tel" label={t("phone")} optional />
    </EditForm>
  );
}

export function DetailsForm({ tenantSlug, payment, onSuccess }: FormProps) {
  const t = useTranslations("client.payments");
  const form = useActionForm({
    schema: detailsInput,
    defaultValues: { id: payment.id, reference: payment.reference },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
    onSuccess,
  });
  return (
    <EditForm form={form}>
      <TextField control={form.control} name="reference" label={t("reference")} optional />
    </EditForm>
  );
}

export function MetadataForm({ tenantSlug, payment, onSuccess }: FormProps) {
  const t = useTranslations("client.payments");
  const form = useActionForm({
    schema: metadataInput,
    defaultValues: { id: payment.id, metadata: payment.metadata },
    action: updatePaymentIntentAction.bind(null, tenantSlug),
    onSuccess,
  });
  return (
    <EditForm form={form}>
      <MetadataField control={form.control} name="metadata" label={t("metadata")} optional />
    </EditForm>
  );
}
