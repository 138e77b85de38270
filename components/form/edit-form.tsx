"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { Form, FormActions } from "./form";
import type { ActionForm } from "./use-action-form";

export interface EditFormProps<Input extends FieldValues, Output> {
  form: ActionForm<Input, Output>;
  children: ReactNode;
}

/** The fields of an `EditDialog`, with its buttons. */
export function EditForm<Input extends FieldValues, Output>({ form, children }: EditFormProps<Input, Output>) {
  const t = useTranslations("client.form");
  return (
    <Form form={form}>
      {children}
      <FormActions form={form} submitLabel={t("save")}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
