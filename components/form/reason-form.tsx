"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import { reason } from "@/lib/reason";
import { Form, FormActions } from "./form";
import { TextareaField } from "./text-field";
import { useActionForm } from "./use-action-form";

const reasonForm = z.object({ reason });

export interface ReasonFormProps {
  /** The verb. */
  confirmLabel: string;
  tone: "primary" | "danger";
  doneMessage: string;
  /** Who reads the reason. */
  readBy: string;
  action: (reason: string) => Promise<ActionResult<unknown>>;
  onDone: () => void;
}

/** What a `ReasonDialog` asks. */
export function ReasonForm({ confirmLabel, tone, doneMessage, readBy, action, onDone }: ReasonFormProps) {
  const t = useTranslations("client.form");
  const form = useActionForm({
    schema: reasonForm,
    defaultValues: { reason: "" },
    action: (input) => action(input.reason),
    onSuccess: () => {
      onDone();
      toast.success(doneMessage);
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label={t("reason")} description={readBy} />
      <FormActions form={form} submitLabel={confirmLabel} tone={tone}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
