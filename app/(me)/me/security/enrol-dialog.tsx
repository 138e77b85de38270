"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { beginSecondFactorInput, confirmSecondFactorInput } from "@/lib/auth/schema";
import type { NewAuthenticator } from "@/lib/auth/second-factor";
import { beginSecondFactorAction, confirmSecondFactorAction } from "./actions";

export interface EnrolDialogProps {
  /** Who signs in with Google alone has none to type. */
  hasPassword: boolean;
  /** Gets the recovery codes, to show them once. */
  onDone: (recoveryCodes: string[]) => void;
}

/** Sets up an authenticator app: password, then the key to scan and the first code. */
export function EnrolDialog({ hasPassword, onDone }: EnrolDialogProps) {
  const t = useTranslations("client.me.enrol");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewAuthenticator | null>(null);
  function change(next: boolean) {
    setOpen(next);
    if (!next) setMade(null);
  }
  function finish(codes: string[]) {
    change(false);
    onDone(codes);
  }
  return (
    <Dialog open={open} onOpenChange={change} disablePointerDismissal>
      <DialogTrigger render={<Button variant="primary" />}>{t("title")}</DialogTrigger>
      <DialogContent title={t("title")} description={made ? t("scan") : t("first")} size={made ? "md" : "sm"}>
        {made ? <ScanStep made={made} onDone={finish} /> : <PasswordStep hasPassword={hasPassword} onMade={setMade} />}
      </DialogContent>
    </Dialog>
  );
}

function PasswordStep({ hasPassword, onMade }: { hasPassword: boolean; onMade: (made: NewAuthenticator) => void }) {
  const t = useTranslations("client.me");
  const form = useActionForm({
    schema: beginSecondFactorInput,
    defaultValues: { password: "" },
    action: beginSecondFactorAction,
    onSuccess: onMade,
  });
  return (
    <Form form={form}>
      {hasPassword && (
        <TextField
          control={form.control}
          name="password"
          label={t("password")}
          type="password"
          autoComplete="current-password"
        />
      )}
      <FormActions form={form} submitLabel={t("enrol.continue")}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}

function ScanStep({ made, onDone }: { made: NewAuthenticator; onDone: (codes: string[]) => void }) {
  const t = useTranslations("client.me");
  const form = useActionForm({
    schema: confirmSecondFactorInput,
    defaultValues: { code: "" },
    action: confirmSecondFactorAction,
    onSuccess: ({ recovery_codes }) => onDone(recovery_codes),
  });
  const { size, d } = made.qr;
  return (
    <Form form={form}>
      <div className="flex flex-col items-center gap-4 sm:flex-row sm:items-start">
        {/* Dark on light in both themes: cameras want it so. */}
        <svg
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={t("enrol.qr")}
          shapeRendering="crispEdges"
          className="size-48 shrink-0 rounded-md bg-white text-black"
        >
          <path d={d} fill="currentColor" />
        </svg>
        <div className="min-w-0 text-sm">
          <p className="text-muted-foreground">{t("enrol.orType")}</p>
          <p className="mt-1.5 flex items-start gap-1">
            <code className="break-words font-mono">{made.secretText}</code>
            <CopyButton text={made.secretText.replaceAll(" ", "")} label={t("enrol.copyKey")} />
          </p>
          <a href={made.uri} className="mt-3 inline-block text-accent underline-offset-2 hover:underline">
            {t("enrol.open")}
          </a>
        </div>
      </div>
      <TextField
        control={form.control}
        name="code"
        label={t("factor.code")}
        description={t("enrol.codeHelp")}
        placeholder="123 456"
        autoComplete="one-time-code"
        className="font-mono"
      />
      <FormActions form={form} submitLabel={t("enrol.submit")}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
