"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import { reason } from "@/lib/reason";
import { Form, FormActions } from "./form";
import { TextareaField } from "./text-field";
import { useActionForm } from "./use-action-form";

const reasonForm = z.object({ reason });

export interface ReasonDialogProps {
  trigger: ReactElement;
  title: string;
  /** What happens, to whom, and whether it can be undone. */
  description: string;
  /** The verb. */
  confirmLabel: string;
  tone: "primary" | "danger";
  doneMessage: string;
  /** Who reads the reason. */
  readBy: string;
  action: (reason: string) => Promise<ActionResult<unknown>>;
}

/** Asks for the reason of an act on a tenant, and does it. */
export function ReasonDialog({ trigger, title, description, ...act }: ReasonDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={title} description={description}>
        <ReasonForm {...act} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

interface ReasonFormProps extends Omit<ReasonDialogProps, "trigger" | "title" | "description"> {
  onDone: () => void;
}

function ReasonForm({ confirmLabel, tone, doneMessage, readBy, action, onDone }: ReasonFormProps): ReactNode {
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
