"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { acceptAsNewInput } from "@/lib/invitations/schema";
import { signIn } from "../auth-client";
import { acceptAsNewAction } from "./actions";

export interface NewPersonFormProps {
  token: string;
  email: string;
  /** What whoever invited thinks the person is called. */
  name: string;
  tenantName: string;
}

/** Name and password of somebody new; whoever has given them is signed in with them. */
export function NewPersonForm({ token, email, name, tenantName }: NewPersonFormProps) {
  const t = useTranslations("client.signIn");
  const form = useActionForm({
    schema: acceptAsNewInput,
    defaultValues: { token, full_name: name, password: "" },
    action: acceptAsNewAction,
    onSuccess: ({ tenant_slug }) => void enter(tenant_slug),
  });

  async function enter(tenantSlug: string) {
    const home = `/${tenantSlug}`;
    const password = form.methods.getValues("password");
    // Whatever keeps this sign-in from working, the sign-in page says it.
    const problem = await signIn({ email, password }).catch(() => "unreachable");
    window.location.assign(problem === null ? home : `/sign-in?next=${encodeURIComponent(home)}`);
  }

  return (
    <Form form={form}>
      {/* For password managers, which store the password beside it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <TextField control={form.control} name="full_name" label={t("yourName")} autoComplete="name" />
      <TextField
        control={form.control}
        name="password"
        label={t("password")}
        type="password"
        autoComplete="new-password"
        description={t("passwordHelp")}
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        {t("invitation.join", { tenant: tenantName })}
      </Button>
    </Form>
  );
}
