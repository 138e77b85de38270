"use client";

import { Trash2 } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { deleteAccountAction } from "./actions";
import { useRestore } from "./use-restore";

export interface DeleteButtonProps {
  tenantSlug: string;
  account: { id: string; name: string };
}

/** Asks, deletes, and offers to undo. */
export function DeleteButton({ tenantSlug, account }: DeleteButtonProps) {
  const [restore] = useRestore(tenantSlug);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Trash2 aria-hidden /> Delete
        </Button>
      }
      title={`Delete ${account.name}?`}
      description="It leaves all lists and choices, and takes no payments any more. Its past payments stay visible, and you can restore it."
      confirmLabel="Delete account"
      action={() => deleteAccountAction(tenantSlug, { id: account.id })}
      onSuccess={() =>
        toast.success(`${account.name} was deleted`, { action: { label: "Undo", onClick: () => restore(account) } })
      }
    />
  );
}
