"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { signOutFor } from "../auth-client";

export interface OtherPersonProps {
  signedInAs: string;
  invited: string;
  /** This page, to come back to. */
  next: string;
}

/** Somebody else is signed in than who was invited. */
export function OtherPerson({ signedInAs, invited, next }: OtherPersonProps) {
  const t = useTranslations("client.signIn");
  const [isPending, startTransition] = useTransition();
  return (
    <>
      <Alert tone="warning" title={t("invitation.otherTitle")}>
        {t.rich("invitation.otherHelp", {
          signedInAs,
          invited,
          b: (chunks) => <span className="break-all">{chunks}</span>,
        })}
      </Alert>
      <Button size="lg" loading={isPending} onClick={() => startTransition(() => signOutFor(next))}>
        {t("invitation.signOut")}
      </Button>
    </>
  );
}
