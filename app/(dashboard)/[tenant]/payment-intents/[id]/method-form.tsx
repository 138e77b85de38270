"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { confirmPaymentIntentInput } from "@/lib/payment-intents/schema";
import { confirmPaymentIntentAction } from "../actions";

export interface MethodFormProps {
  tenantSlug: string;
  id: string;
  onDone: () => void;
}

/** Asks for the payment method, where the provider needs one, and has the payment collected. */
export function MethodForm({ tenantSlug, id, onDone }: MethodFormProps) {
  const t = useTranslations("client.payments");
  const form = useActionForm({
    schema: confirmPaymentIntentInput,
    defaultValues: { id, payment_method: "" },
    action: (input) => confirmPaymentIntentAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      toast.success(t("confirm.done"));
    },
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="payment_method" label={t("method")} description={t("methodHelp")} />
      <FormActions form={form} submitLabel={t("confirmPayment")}>
        <DialogClose render={<Button />}>{t("confirm.notNow")}</DialogClose>
      </FormActions>
    </Form>
  );
}
