"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { changePasswordInput } from "@/lib/auth/schema";
import { changePasswordAction } from "./actions";

/** Changes the password of who has one. */
export function PasswordCard({ email }: { email: string }) {
  const t = useTranslations("client.me");
  const form = useActionForm({
    schema: changePasswordInput,
    defaultValues: { current_password: "", new_password: "" },
    action: changePasswordAction,
    onSuccess: () => {
      form.methods.reset();
      toast.success(t("passwordCard.changed"));
    },
  });
  const { control } = form;
  return (
    <Card title={t("password")} description={t("passwordCard.help")}>
      <Form form={form}>
        {/* For password managers, which store the password beside it. */}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <FormRow>
          <TextField
            control={control}
            name="current_password"
            label={t("passwordCard.current")}
            type="password"
            autoComplete="current-password"
          />
          <TextField
            control={control}
            name="new_password"
            label={t("passwordCard.new")}
            type="password"
            autoComplete="new-password"
            description={t("passwordCard.newHelp")}
          />
        </FormRow>
        <FormActions form={form} submitLabel={t("passwordCard.submit")} />
      </Form>
    </Card>
  );
}
