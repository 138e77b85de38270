"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RotateDialog } from "@/components/form/rotate-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { ROTATION_OVERLAP_HOURS } from "@/lib/api-keys/names";
import type { ApiKey, NewApiKey } from "@/lib/api-keys/schema";
import { revokeApiKeyAction, rotateApiKeyAction } from "../actions";
import { SecretDialog } from "../secret-dialog";

export interface KeyActionsProps {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  apiKey: ApiKey;
}

/** Rotates and revokes, as far as the key's state lets it. */
export function KeyActions({ tenantSlug, path, apiKey }: KeyActionsProps) {
  const t = useTranslations("client.apiKeys");
  const router = useRouter();
  // Held here, and not in the dialog: a rotated key can no longer be rotated, so that the dialog goes while this stays.
  const [made, setMade] = useState<NewApiKey | null>(null);
  const isAlive = apiKey.state === "live" || apiKey.state === "expiring";
  return (
    <>
      {isAlive && (
        <ConfirmDialog
          trigger={<Button variant="danger-outline">{t("revoke.button")}</Button>}
          title={t("revoke.title", { name: apiKey.name })}
          description={t("revoke.help")}
          confirmLabel={t("revoke.confirm")}
          action={() => revokeApiKeyAction(tenantSlug, { id: apiKey.id })}
          onSuccess={() => toast.success(t("revoke.done"))}
        />
      )}
      {apiKey.state === "live" && (
        <RotateDialog
          trigger={t("rotate.button")}
          title={t("rotate.title", { name: apiKey.name })}
          description={t("rotate.help")}
          noun="key"
          overlapHours={ROTATION_OVERLAP_HOURS}
          rotate={(overlap_hours) => rotateApiKeyAction(tenantSlug, { id: apiKey.id, overlap_hours })}
          onRotated={setMade}
        />
      )}
      <SecretDialog made={made} onDone={() => made && router.push(`${path}/${made.api_key.id}`)} />
    </>
  );
}
