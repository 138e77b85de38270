"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { signInPath } from "@/lib/auth/next-path";
import type { ActionResult } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";
import { signInWithCode } from "../auth-client";
import { signInProblem } from "./problems";

const RECOVERY_SHAPE = "xxxxx-xxxxx";

const inputOf = (t: Texts<"client.signIn">) =>
  z.object({ code: z.string().trim().min(1, t("enterCode")).max(40, t("tooLong")) });

/** The second step of sign-in: a code of the authenticator app, or a recovery code. */
export function CodeForm({ next }: { next: string }) {
  const t = useTranslations("client.signIn");
  const [isRecovery, setIsRecovery] = useState(false);
  async function attempt({ code }: z.output<ReturnType<typeof inputOf>>): Promise<ActionResult<null>> {
    const problem = await signInWithCode(code);
    if (problem === null) return { ok: true, data: null };
    return { ok: false, error: { code: "token_invalid", message: signInProblem(t, problem), requestId: "" } };
  }
  const form = useActionForm({
    schema: inputOf(t),
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
        label={isRecovery ? t("recoveryCode") : t("code")}
        description={isRecovery ? t("recoveryHelp") : t("codeHelp")}
        placeholder={isRecovery ? RECOVERY_SHAPE : "123 456"}
        autoComplete="one-time-code"
        className="font-mono"
      />
      <Button type="submit" variant="primary" size="lg" loading={form.isSubmitting}>
        {t("signIn")}
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Button variant="link" onClick={() => setIsRecovery(!isRecovery)}>
          {isRecovery ? t("useApp") : t("useRecovery")}
        </Button>
        <Link href={signInPath(next === "/" ? null : next)} className="text-accent underline-offset-2 hover:underline">
          {t("somebodyElse")}
        </Link>
      </div>
    </Form>
  );
}
