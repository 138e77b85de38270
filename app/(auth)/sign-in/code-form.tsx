"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { signInPath } from "@/lib/auth/next-path";
import type { ActionResult } from "@/lib/http/action-result";
import { signInWithCode } from "../auth-client";

const codeInput = z.object({ code: z.string().trim().min(1, "Enter the code").max(40, "Is too long") });

async function attempt({ code }: z.output<typeof codeInput>): Promise<ActionResult<null>> {
  const problem = await signInWithCode(code);
  if (problem === null) return { ok: true, data: null };
  return { ok: false, error: { code: "token_invalid", message: problem, requestId: "" } };
}

/** The second step of sign-in: a code of the authenticator app, or a recovery code. */
export function CodeForm({ next }: { next: string }) {
  const [isRecovery, setIsRecovery] = useState(false);
  const form = useActionForm({
    schema: codeInput,
    defaultValues: { code: "" },
    action: attempt,
    onSuccess: () => window.location.assign(next),
  });
  const { setFocus } = form.methods;
  // The page has nothing else to do, and the phone or the app is in the other hand.
  useEffect(() => setFocus("code"), [setFocus]);
  return (
    <Form form={form}>
      <TextField
        control={form.control}
        name="code"
        label={isRecovery ? "Recovery code" : "Code"}
        description={
          isRecovery
            ? "One of the ten that were shown when you set this up. Each serves once."
            : "The six digits that your authenticator app shows now"
        }
        placeholder={isRecovery ? "xxxxx-xxxxx" : "123 456"}
        autoComplete="one-time-code"
        className="font-mono"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Button variant="link" onClick={() => setIsRecovery(!isRecovery)}>
          {isRecovery ? "Use the authenticator app" : "Use a recovery code"}
        </Button>
        <Link href={signInPath(next === "/" ? null : next)} className="text-accent underline-offset-2 hover:underline">
          Sign in as somebody else
        </Link>
      </div>
    </Form>
  );
}
