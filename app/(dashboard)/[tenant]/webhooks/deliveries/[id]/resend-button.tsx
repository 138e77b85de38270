"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast, toastFailure } from "@/components/ui/toast";
import { resendDeliveryAction } from "../../actions";

/** Sends a delivery again. */
export function ResendButton({ tenantSlug, id }: { tenantSlug: string; id: string }) {
  const t = useTranslations("client.webhooks");
  const [isPending, startTransition] = useTransition();

  function resend() {
    startTransition(async () => {
      const result = await resendDeliveryAction(tenantSlug, { id });
      if (result.ok) toast.success(t("resent"));
      else toastFailure(result.error);
    });
  }

  return (
    <Button variant="primary" loading={isPending} onClick={resend}>
      {t("sendAgain")}
    </Button>
  );
}
