"use client";

import { useTranslations } from "next-intl";
import { SecretDialog as Shown } from "@/components/ui/secret-dialog";
import type { NewApiKey } from "@/lib/api-keys/schema";

export interface SecretDialogProps {
  /** The key that was just made; `null` while there is none. */
  made: NewApiKey | null;
  onDone: () => void;
}

/** Shows a new key once. */
export function SecretDialog({ made, onDone }: SecretDialogProps) {
  const t = useTranslations("client.apiKeys");
  return (
    <Shown
      title={t("secret.title", { name: made?.api_key.name ?? "" })}
      secret={made?.secret ?? null}
      label={t("apiKey")}
      kept={t("secret.kept")}
      onDone={onDone}
    />
  );
}
