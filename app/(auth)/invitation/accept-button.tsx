"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionError } from "@/lib/http/action-result";
import { acceptInvitationAction } from "./actions";

/** One click, for whoever is signed in with the invited address. */
export function AcceptButton({ token, tenantName }: { token: string; tenantName: string }) {
  const t = useTranslations("client.signIn");
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();
  function accept() {
    startTransition(async () => {
      const result = await acceptInvitationAction({ token });
      if (!result.ok) return setError(result.error);
      // Loaded anew: the tenant is one more to choose from, on every page.
      window.location.assign(`/${result.data.tenant_slug}`);
    });
  }
  return (
    <>
      {error && (
        <Alert tone="danger" live requestId={error.requestId}>
          {error.message}
        </Alert>
      )}
      <Button variant="primary" size="lg" loading={isPending} onClick={accept}>
        {t("invitation.join", { tenant: tenantName })}
      </Button>
    </>
  );
}
