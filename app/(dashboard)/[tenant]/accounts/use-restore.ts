"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { restoreAccountAction } from "./actions";

/** Restores an account and says how it went: `[restore, isPending]`. */
export function useRestore(tenantSlug: string): [restore: (account: { id: string; name: string }) => void, boolean] {
  const [isPending, startTransition] = useTransition();
  function restore({ id, name }: { id: string; name: string }) {
    startTransition(async () => {
      const result = await restoreAccountAction(tenantSlug, { id });
      if (result.ok) toast.success(`${name} is back`);
      else toast.error(result.error.message, { description: `Request id ${result.error.requestId}` });
    });
  }
  return [restore, isPending];
}
