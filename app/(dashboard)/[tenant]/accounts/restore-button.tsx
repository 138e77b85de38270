"use client";

import { RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useRestore } from "./use-restore";

export interface RestoreButtonProps {
  tenantSlug: string;
  account: { id: string; name: string };
  size?: "sm" | "md";
}

/** Brings a deleted account back. */
export function RestoreButton({ tenantSlug, account, size }: RestoreButtonProps) {
  const [restore, isPending] = useRestore(tenantSlug);
  return (
    <Button size={size} loading={isPending} onClick={() => restore(account)} aria-label={`Restore ${account.name}`}>
      {!isPending && <RotateCcw aria-hidden />} Restore
    </Button>
  );
}
