"use client";

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
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button size="sm" />}>{invitation ? "Invite again" : "Invite owner"}</DialogTrigger>
      <DialogContent
        title={`Invite the first owner of ${tenant.name}`}
        description="A link goes out by mail. Links that were sent before serve no more, and once there is an owner the platform invites nobody."
      >
        <InviteOwnerForm tenant={tenant} invitation={invitation} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function InviteOwnerForm({ tenant, invitation, onDone }: InviteOwnerProps & { onDone: () => void }) {
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
      toast.success(`${owner_invitation?.email ?? "The owner"} is invited`);
    },
  });
  const { control } = form;
  return (
    <Form form={form}>
      <TextField control={control} name="owner_email" type="email" label="E-mail" />
      <TextField control={control} name="owner_name" label="Name" optional />
      <TextareaField
        control={control}
        name="reason"
        label="Reason"
        description="The tenant reads it in its audit log"
        rows={2}
      />
      <FormActions form={form} submitLabel="Send invitation">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}
