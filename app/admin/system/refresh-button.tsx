"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Reads the page's figures anew. */
export function RefreshButton() {
  const t = useTranslations("client.adminSystem");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button loading={isPending} onClick={() => startTransition(() => router.refresh())}>
      {!isPending && <Icon name="refresh-cw" />}
      {t("refresh")}
    </Button>
  );
}
