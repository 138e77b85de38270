"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("client.signIn");
  const [isSent, setIsSent] = useState(false);
  const form = useActionForm({
    schema: forgotPasswordInput,
    defaultValues: { email: "" },
    action: askForNewPasswordAction,
    onSuccess: () => setIsSent(true),
  });
  if (isSent)
    return (
      <Alert tone="success" title={t("forgot.sent")} live>
        {t("forgot.sentHelp")}
      </Alert>
    );
  return (
    <Form form={form}>
      <TextField
        control={form.control}
        name="email"
        label={t("email")}
        type="email"
        autoComplete="username"
        description={t("forgot.help")}
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        {t("forgot.send")}
      </Button>
    </Form>
  );
}
