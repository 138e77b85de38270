"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";
import { signIn } from "../auth-client";
import { signInProblem } from "./problems";

const inputOf = (t: Texts<"client.signIn">) =>
  z.object({
    email: z.string().trim().min(1, t("enterEmail")).max(254, t("mustBeEmail")),
    password: z.string().min(1, t("enterPassword")),
  });

/** E-mail address and password. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("client.signIn");
  async function attempt(input: z.output<ReturnType<typeof inputOf>>): Promise<ActionResult<null>> {
    const problem = await signIn(input, next);
    if (problem === null) return { ok: true, data: null };
    return { ok: false, error: { code: "token_invalid", message: signInProblem(t, problem), requestId: "" } };
  }
  const form = useActionForm({
    schema: inputOf(t),
    defaultValues: { email: "", password: "" },
    action: attempt,
    onSuccess: () => window.location.assign(next),
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="email" label={t("email")} type="email" autoComplete="username" />
      <TextField
        control={form.control}
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        {t("signIn")}
      </Button>
      <Link href="/forgot-password" className="self-center text-accent underline-offset-2 hover:underline">
        {t("forgot.title")}
      </Link>
    </Form>
  );
}
