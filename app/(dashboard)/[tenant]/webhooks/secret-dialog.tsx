"use client";

import { useTranslations } from "next-intl";
import { SecretDialog as Shown } from "@/components/ui/secret-dialog";

export interface SecretDialogProps {
  /** The secret that was just made; `null` while there is none. */
  secret: string | null;
  onDone: () => void;
}

/** Shows an endpoint's secret once. */
export function SecretDialog({ secret, onDone }: SecretDialogProps) {
  const t = useTranslations("client.webhooks.secret");
  return (
    <Shown
      title={t("label")}
      description={t("help")}
      secret={secret}
      label={t("label")}
      kept={t("kept")}
      onDone={onDone}
    />
  );
}
