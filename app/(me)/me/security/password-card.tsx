"use client";

import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { changePasswordInput } from "@/lib/auth/schema";
import { changePasswordAction } from "./actions";

/** Changes the password of who has one. */
export function PasswordCard({ email }: { email: string }) {
  const form = useActionForm({
    schema: changePasswordInput,
    defaultValues: { current_password: "", new_password: "" },
    action: changePasswordAction,
    onSuccess: () => {
      form.methods.reset();
      toast.success("Your password was changed, and all other sessions have ended");
    },
  });
  const { control } = form;
  return (
    <Card title="Password" description="A new one ends all your other sessions">
      <Form form={form}>
        {/* For password managers, which store the password beside it. */}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <FormRow>
          <TextField
            control={control}
            name="current_password"
            label="Current password"
            type="password"
            autoComplete="current-password"
          />
          <TextField
            control={control}
            name="new_password"
            label="New password"
            type="password"
            autoComplete="new-password"
            description="At least 12 characters: four words that you make up are good"
          />
        </FormRow>
        <FormActions form={form} submitLabel="Change the password" />
      </Form>
    </Card>
  );
}
