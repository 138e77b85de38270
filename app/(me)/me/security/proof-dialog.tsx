"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { type ChangeSecondFactorInput, changeSecondFactorInput } from "@/lib/auth/schema";
import type { ActionResult } from "@/lib/http/action-result";

export interface ProofDialogProps<T> {
  trigger: ReactElement;
  title: string;
  description: string;
  submitLabel: string;
  tone?: "primary" | "danger";
  /** Who signs in with Google alone has none to type. */
  hasPassword: boolean;
  action: (input: ChangeSecondFactorInput) => Promise<ActionResult<T>>;
  onSuccess?: (data: T) => void;
}

/** Does something that takes the password and a code. */
export function ProofDialog<T>(props: ProofDialogProps<T>) {
  const [open, setOpen] = useState(false);
  function succeed(data: T) {
    setOpen(false);
    props.onSuccess?.(data);
  }
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={props.trigger} />
      <DialogContent title={props.title} description={props.description} size="sm">
        <ProofForm {...props} onSuccess={succeed} />
      </DialogContent>
    </Dialog>
  );
}

function ProofForm<T>({ hasPassword, action, onSuccess, submitLabel, tone = "primary" }: ProofDialogProps<T>) {
  const t = useTranslations("client.me");
  const form = useActionForm({
    schema: changeSecondFactorInput,
    defaultValues: { password: "", code: "" },
    action,
    ...(onSuccess && { onSuccess }),
  });
  return (
    <Form form={form}>
      {hasPassword && (
        <TextField
          control={form.control}
          name="password"
          label={t("password")}
          type="password"
          autoComplete="current-password"
        />
      )}
      <TextField
        control={form.control}
        name="code"
        label={t("factor.code")}
        description={t("factor.codeHelp")}
        autoComplete="one-time-code"
        className="font-mono"
      />
      <FormActions form={form} submitLabel={submitLabel} tone={tone}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
