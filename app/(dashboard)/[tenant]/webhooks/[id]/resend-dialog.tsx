"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";

export interface ResendDialogProps {
  tenantSlug: string;
  endpointId: string;
  timeZone: string;
  /** The day that ended when the page was made. */
  from: string;
  to: string;
}

/** Sends again what the endpoint missed in a window of time. */
export function ResendDialog(props: ResendDialogProps) {
  const t = useTranslations("client.webhooks");
  return (
    <LazyDialog
      trigger={<Button>{t("resend.open")}</Button>}
      title={t("sendAgain")}
      description={t("resend.help")}
      load={() => import("./resend-form")}
    >
      {({ ResendForm }, close) => <ResendForm {...props} onDone={close} />}
    </LazyDialog>
  );
}
