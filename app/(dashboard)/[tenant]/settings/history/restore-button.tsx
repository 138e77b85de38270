"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { updateTenantConfigAction } from "../actions";

export interface RestoreButtonProps {
  tenantSlug: string;
  version: number;
  /** All that the older version set, with null for what it left open. */
  settings: Record<string, unknown>;
  /** The version that counts now: if somebody changes it meanwhile, nothing is restored. */
  currentVersion: number;
}

/** Makes the settings what they were in an older version, as a new version: nothing of the history is lost. */
export function RestoreButton({ tenantSlug, version, settings, currentVersion }: RestoreButtonProps) {
  const t = useTranslations("client.settings.restore");
  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("label")}</Button>}
      title={t("title", { version })}
      description={t("help")}
      confirmLabel={t("submit")}
      tone="primary"
      action={() => updateTenantConfigAction(tenantSlug, { ...settings, version: currentVersion })}
      onSuccess={() => toast.success(t("done", { version }))}
    />
  );
}
