"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useRestore } from "./use-restore";

export interface RestoreButtonProps {
  tenantSlug: string;
  account: { id: string; name: string };
  size?: "sm" | "md";
}

/** Brings a deleted account back. */
export function RestoreButton({ tenantSlug, account, size }: RestoreButtonProps) {
  const t = useTranslations("client.accounts");
  const [restore, isPending] = useRestore(tenantSlug);
  return (
    <Button
      size={size}
      loading={isPending}
      onClick={() => restore(account)}
      aria-label={t("restoreOf", { name: account.name })}
    >
      {!isPending && <Icon name="rotate-ccw" />} {t("restore")}
    </Button>
  );
}
