"use client";

import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { resetPasswordInput } from "@/lib/auth/schema";
import { resetPasswordAction } from "./actions";

/** Chooses a new password by a mailed token; afterwards one signs in with it. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const form = useActionForm({
    schema: resetPasswordInput,
    defaultValues: { token, password: "" },
    action: resetPasswordAction,
  });
  return (
    <Form form={form}>
      <p className="break-words text-muted-foreground">
        For <span className="font-medium text-foreground">{email}</span>
      </p>
      {/* For password managers, which store the password beside it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <TextField
        control={form.control}
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        description="At least 12 characters: four words that you make up are good"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        Change the password
      </Button>
    </Form>
  );
}
