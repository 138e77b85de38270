"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { forgotPasswordInput } from "@/lib/auth/schema";
import { askForNewPasswordAction } from "./actions";

/** Asks for a new password; the answer is the same whether or not anybody has the address. */
export function ForgotPasswordForm() {
  const [isSent, setIsSent] = useState(false);
  const form = useActionForm({
    schema: forgotPasswordInput,
    defaultValues: { email: "" },
    action: askForNewPasswordAction,
    onSuccess: () => setIsSent(true),
  });
  if (isSent)
    return (
      <Alert tone="success" title="Look into your mail" live>
        If there is an account with this address, a link to choose a new password is on its way. It serves for 30
        minutes.
      </Alert>
    );
  return (
    <Form form={form}>
      <TextField
        control={form.control}
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        description="We send a link to it, with which you choose a new password"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        Send the link
      </Button>
    </Form>
  );
}
