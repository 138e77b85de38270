"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toastFailure } from "@/components/ui/toast";
import { requestProofAction } from "../actions";

/** Asks for a proof; the page shows by itself what comes of it. */
export function ProveButton({ isRunning }: { isRunning: boolean }) {
  const t = useTranslations("client.adminSystem");
  const [isPending, startTransition] = useTransition();
  function ask() {
    startTransition(async () => {
      const result = await requestProofAction({});
      if (!result.ok) toastFailure(result.error);
    });
  }
  return (
    <Button variant="primary" loading={isPending || isRunning} onClick={ask}>
      {!(isPending || isRunning) && <Icon name="shield-check" />}
      {isRunning ? t("proving") : t("prove")}
    </Button>
  );
}
