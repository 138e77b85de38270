"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { inviteOwnerInput } from "@/lib/tenants/schema";
import { inviteOwnerAction } from "../../actions";
import type { InviteOwnerProps } from "./invite-owner";

export function InviteOwnerForm({ tenant, invitation, onDone }: InviteOwnerProps & { onDone: () => void }) {
  const t = useTranslations("client.adminTenants");
  const form = useActionForm({
    schema: inviteOwnerInput,
    defaultValues: {
      id: tenant.id,
      owner_email: invitation?.email ?? "",
      owner_name: invitation?.full_name ?? "",
      reason: "",
    },
    action: inviteOwnerAction,
    onSuccess: ({ owner_invitation }) => {
      onDone();
      const email = owner_invitation?.email;
      toast.success(email ? t("invite.done", { email }) : t("invite.doneNameless"));
    },
  });
  const { control } = form;
  return (
    <Form form={form}>
      <TextField control={control} name="owner_email" type="email" label={t("invite.email")} />
      <TextField control={control} name="owner_name" label={t("name")} optional />
      <TextareaField control={control} name="reason" label={t("reason")} description={t("readBy")} rows={2} />
      <FormActions form={form} submitLabel={t("invite.submit")}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
