"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/form/choice-fields";
import { DateTimeField } from "@/components/form/date-time-field";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Texts } from "@/lib/messages/texts";
import { type ResentWebhooks, resendWebhooksInput } from "@/lib/webhook-endpoints/delivery-schema";
import { resendWindowAction } from "../actions";
import type { ResendDialogProps } from "./resend-dialog";

export interface ResendFormProps extends ResendDialogProps {
  onDone: () => void;
}

/** Sends again what the endpoint missed in a window of time. */
export function ResendForm({ tenantSlug, endpointId, timeZone, from, to, onDone }: ResendFormProps) {
  const t = useTranslations("client.webhooks");
  const form = useActionForm({
    schema: resendWebhooksInput,
    defaultValues: { id: endpointId, created_from: from, created_to: to, statuses: ["failed", "held"] },
    action: (input) => resendWindowAction(tenantSlug, input),
    onSuccess: (result) => {
      onDone();
      toast.success(resentText(t, result));
    },
  });
  const statuses = [
    { value: "failed", label: t("resend.failed") },
    { value: "held", label: t("resend.held") },
    { value: "succeeded", label: t("resend.received"), hint: t("resend.receivedHint") },
  ];
  return (
    <Form form={form}>
      <FormRow>
        <DateTimeField control={form.control} name="created_from" label={t("resend.from")} timeZone={timeZone} />
        <DateTimeField control={form.control} name="created_to" label={t("resend.until")} timeZone={timeZone} />
      </FormRow>
      <CheckboxGroupField
        control={form.control}
        name="statuses"
        label={t("resend.which")}
        groups={[{ options: statuses }]}
      />
      <FormActions form={form} submitLabel={t("sendAgain")}>
        <DialogClose render={<Button disabled={form.isSubmitting} />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}

function resentText(t: Texts<"client.webhooks">, { resent, has_more }: ResentWebhooks): string {
  if (resent === 0) return t("resend.nothing");
  return t(has_more ? "resend.doneMore" : "resend.done", { count: resent });
}
