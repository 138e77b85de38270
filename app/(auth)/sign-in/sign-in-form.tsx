"use client";

import Link from "next/link";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/http/action-result";
import { signIn } from "../auth-client";

const signInInput = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address").max(254, "Must be an e-mail address"),
  password: z.string().min(1, "Enter your password"),
});

/** E-mail address and password. */
export function SignInForm({ next }: { next: string }) {
  async function attempt(input: z.output<typeof signInInput>): Promise<ActionResult<null>> {
    const problem = await signIn(input, next);
    if (problem === null) return { ok: true, data: null };
    return { ok: false, error: { code: "token_invalid", message: problem, requestId: "" } };
  }
  const form = useActionForm({
    schema: signInInput,
    defaultValues: { email: "", password: "" },
    action: attempt,
    onSuccess: () => window.location.assign(next),
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="email" label="E-mail" type="email" autoComplete="username" />
      <TextField
        control={form.control}
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        Sign in
      </Button>
      <Link href="/forgot-password" className="self-center text-accent underline-offset-2 hover:underline">
        Forgot your password?
      </Link>
    </Form>
  );
}
