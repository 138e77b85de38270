"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { inviteOwnerInput, type TenantDetail } from "@/lib/tenants/schema";
import { inviteOwnerAction } from "../../actions";

export interface InviteOwnerProps {
  tenant: Pick<TenantDetail, "id" | "name">;
  /** The newest invitation; its address is offered again. */
  invitation: TenantDetail["owner_invitation"];
}

/** Invites the first owner of a tenant that has none, or anew. */
export function InviteOwner({ tenant, invitation }: InviteOwnerProps) {
  const t = useTranslations("client.adminTenants");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button size="sm" />}>
        {invitation ? t("invite.openAgain") : t("invite.open")}
      </DialogTrigger>
      <DialogContent title={t("invite.title", { name: tenant.name })} description={t("invite.help")}>
        <InviteOwnerForm tenant={tenant} invitation={invitation} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function InviteOwnerForm({ tenant, invitation, onDone }: InviteOwnerProps & { onDone: () => void }) {
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
