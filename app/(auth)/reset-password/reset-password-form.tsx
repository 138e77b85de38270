"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { resetPasswordInput } from "@/lib/auth/schema";
import { resetPasswordAction } from "./actions";

/** Chooses a new password by a mailed token; afterwards one signs in with it. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("client.signIn");
  const form = useActionForm({
    schema: resetPasswordInput,
    defaultValues: { token, password: "" },
    action: resetPasswordAction,
  });
  return (
    <Form form={form}>
      <p className="break-words text-muted-foreground">
        {t.rich("reset.for", {
          email,
          b: (chunks) => <span className="font-medium text-foreground">{chunks}</span>,
        })}
      </p>
      {/* For password managers, which store the password beside it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <TextField
        control={form.control}
        name="password"
        label={t("newPassword")}
        type="password"
        autoComplete="new-password"
        description={t("passwordHelp")}
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        {t("reset.change")}
      </Button>
    </Form>
  );
}
