"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toastFailure } from "@/components/ui/toast";
import { seeAllNoticesAction } from "./actions";

export interface MarkAllButtonProps {
  tenantSlug: string;
  /** After all were marked. */
  onDone?: () => void;
}

/** Marks all notices as read, for the person alone. */
export function MarkAllButton({ tenantSlug, onDone }: MarkAllButtonProps) {
  const t = useTranslations("client.notices");
  const [isPending, startTransition] = useTransition();
  function mark() {
    startTransition(async () => {
      const result = await seeAllNoticesAction(tenantSlug, {});
      if (result.ok) onDone?.();
      else toastFailure(result.error);
    });
  }
  return (
    <Button size="sm" onClick={mark} loading={isPending}>
      <Icon name="check-check" /> {t("markAll")}
    </Button>
  );
}
