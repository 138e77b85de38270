"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState, useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Label } from "@/components/ui/label";
import type { AccessExplanation } from "@/lib/access/schema";
import type { ActionError } from "@/lib/http/action-result";
import { ALL_PERMISSIONS, PERMISSIONS } from "@/lib/permissions";
import { type AccountChoice, accountOptions } from "../options";
import { explainAccessAction } from "./actions";

export interface WhyPanelProps {
  tenantSlug: string;
  subject: { member_id: string } | { api_key_id: string };
  /** As the heading says it: “Ann Smith”, “this key”. */
  name: string;
  /** To ask about one of them; those that the reader sees. */
  accounts: readonly AccountChoice[];
}

/** Why somebody may do something, or may not: the chain from role to result, in sentences. */
export function WhyPanel({ tenantSlug, subject, name, accounts }: WhyPanelProps) {
  const t = useTranslations("client.access.why");
  const sentence = useSentence();
  const [permission, setPermission] = useState<string | null>(null);
  const [account, setAccount] = useState<string | null>(null);
  const [answer, setAnswer] = useState<AccessExplanation | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();
  const permissions = useMemo(
    () => ALL_PERMISSIONS.map((name) => ({ value: name, label: sentence(PERMISSIONS[name]), hint: name })),
    [sentence],
  );

  function ask() {
    if (!permission) return;
    startTransition(async () => {
      const result = await explainAccessAction(tenantSlug, {
        ...subject,
        permission,
        ...(account && { account_id: account }),
      });
      setAnswer(result.ok ? result.data : null);
      setError(result.ok ? null : result.error);
    });
  }

  return (
    <Card title={t("title", { name })} description={t("help")}>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1.5">
          <Label htmlFor="why-permission">{t("permission")}</Label>
          <Combobox
            id="why-permission"
            options={permissions}
            value={permission}
            onValueChange={setPermission}
            placeholder={t("permissionHint")}
          />
        </div>
        {accounts.length > 0 && (
          <div className="flex min-w-0 flex-col gap-1.5">
            <Label htmlFor="why-account">
              {t.rich("account", {
                optional: (chunks) => <span className="font-normal text-muted-foreground">{chunks}</span>,
              })}
            </Label>
            <Combobox
              id="why-account"
              options={accountOptions(accounts)}
              value={account}
              onValueChange={setAccount}
              placeholder={t("accountHint")}
            />
          </div>
        )}
      </div>
      <Button className="mt-3" loading={isPending} aria-disabled={!permission || undefined} onClick={ask}>
        {t("explain")}
      </Button>
      <div aria-live="polite" className="mt-4 empty:mt-0">
        {error && (
          <Alert tone="danger" requestId={error.requestId}>
            {sentence(error.message)}
          </Alert>
        )}
        {answer && <Explanation answer={answer} />}
      </div>
    </Card>
  );
}

function Explanation({ answer }: { answer: AccessExplanation }) {
  const t = useTranslations("client.access.why");
  const sentence = useSentence();
  const { steps, is_allowed, result, could_be_given_by } = answer;
  return (
    <>
      <p className="flex items-start gap-2 font-medium">
        <Mark holds={is_allowed} />
        {sentence(result)}
      </p>
      <ol className="mt-2 ms-2 flex flex-col gap-1.5 border-s ps-4">
        {steps.map((step) => (
          <li key={step.sentence} className="flex items-start gap-2">
            <Mark holds={step.holds} />
            <span className="min-w-0">{sentence(step.sentence)}</span>
          </li>
        ))}
      </ol>
      {could_be_given_by.length > 0 && (
        <p className="mt-2 text-muted-foreground">
          {t("couldBeGiven", { names: could_be_given_by.map(({ name }) => name).join(", ") })}
        </p>
      )}
    </>
  );
}

function Mark({ holds }: { holds: boolean }) {
  const t = useTranslations("client.access.why");
  return holds ? (
    <CircleCheck role="img" aria-label={t("yes")} className="mt-0.5 size-4 shrink-0 text-success-text" />
  ) : (
    <CircleX role="img" aria-label={t("no")} className="mt-0.5 size-4 shrink-0 text-danger-text" />
  );
}
