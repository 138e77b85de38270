"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Reads the page's figures anew. */
export function RefreshButton() {
  const t = useTranslations("client.adminSystem");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button loading={isPending} onClick={() => startTransition(() => router.refresh())}>
      {!isPending && <RefreshCw aria-hidden />}
      {t("refresh")}
    </Button>
  );
}
