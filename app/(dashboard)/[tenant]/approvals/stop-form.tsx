"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { createRefundStopInput } from "@/lib/refund-stops/schema";
import { createRefundStopAction } from "./actions";

/** Asks why all refunds are to stop, and stops them. */
export function StopForm({ tenantSlug, onDone }: { tenantSlug: string; onDone: () => void }) {
  const t = useTranslations("client.approvals");
  const form = useActionForm({
    schema: createRefundStopInput,
    defaultValues: { reason: "" },
    action: (input) => createRefundStopAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      toast.success(t("stop.done"));
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label={t("reason")} description={t("stop.reasonHelp")} />
      <FormActions form={form} submitLabel={t("stop.label")} tone="danger">
        <DialogClose render={<Button />}>{t("back")}</DialogClose>
      </FormActions>
    </Form>
  );
}
