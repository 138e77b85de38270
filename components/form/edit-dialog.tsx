"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { Form, FormActions } from "./form";
import type { ActionForm } from "./use-action-form";

export interface EditDialogProps {
  /** Such as "Edit customer": title of the dialog, and name of the button, which reads “Edit”. */
  title: string;
  /** The form, which gets a function that closes the dialog and says that it is saved. */
  children: (onSaved: () => void) => ReactNode;
}

/** The form exists while the dialog is open, so that it starts from the record as it is then. */
export function EditDialog({ title, children }: EditDialogProps) {
  const t = useTranslations("client.form");
  const [isOpen, setIsOpen] = useState(false);
  const onSaved = () => {
    setIsOpen(false);
    toast.success(t("saved"));
  };
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button size="sm" variant="ghost" aria-label={title} />}>{t("edit")}</DialogTrigger>
      <DialogContent title={title}>{children(onSaved)}</DialogContent>
    </Dialog>
  );
}

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
