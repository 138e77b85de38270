"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast, toastFailure } from "@/components/ui/toast";
import { restoreAccountAction } from "./actions";

/** Restores an account and says how it went: `[restore, isPending]`. */
export function useRestore(tenantSlug: string): [restore: (account: { id: string; name: string }) => void, boolean] {
  const t = useTranslations("client.accounts");
  const [isPending, startTransition] = useTransition();
  function restore({ id, name }: { id: string; name: string }) {
    startTransition(async () => {
      const result = await restoreAccountAction(tenantSlug, { id });
      if (result.ok) toast.success(t("back", { name }));
      else toastFailure(result.error);
    });
  }
  return [restore, isPending];
}
