"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toastFailure } from "@/components/ui/toast";
import type { ViewSubject } from "@/lib/access/schema";
import { startViewAction } from "./actions";

export interface ViewAsButtonProps {
  tenantSlug: string;
  /** A member, a key, or rights that are not saved yet. A function where a form holds them. */
  subject: ViewSubject | (() => ViewSubject);
  label?: string;
  size?: "sm" | "md";
}

/** Opens the dashboard as somebody else would see it: read-only, for a quarter of an hour. */
export function ViewAsButton({ tenantSlug, subject, label, size = "md" }: ViewAsButtonProps) {
  const t = useTranslations("client.access");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function start() {
    startTransition(async () => {
      const result = await startViewAction(tenantSlug, typeof subject === "function" ? subject() : subject);
      if (!result.ok) {
        toastFailure(result.error);
        return;
      }
      router.push(`/${tenantSlug}`);
      router.refresh();
    });
  }

  return (
    <Button size={size} loading={isPending} onClick={start}>
      <Icon name="eye" /> {label ?? t("view.as")}
    </Button>
  );
}
