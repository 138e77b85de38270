"use client";

import { useTransition } from "react";
import { toast, toastFailure } from "@/components/ui/toast";
import { restoreAccountAction } from "./actions";

/** Restores an account and says how it went: `[restore, isPending]`. */
export function useRestore(tenantSlug: string): [restore: (account: { id: string; name: string }) => void, boolean] {
  const [isPending, startTransition] = useTransition();
  function restore({ id, name }: { id: string; name: string }) {
    startTransition(async () => {
      const result = await restoreAccountAction(tenantSlug, { id });
      if (result.ok) toast.success(`${name} is back`);
      else toastFailure(result.error);
    });
  }
  return [restore, isPending];
}
