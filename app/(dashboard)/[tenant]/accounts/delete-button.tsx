"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toastWithUndo } from "@/components/ui/toast";
import { deleteAccountAction, restoreAccountAction } from "./actions";

export interface DeleteButtonProps {
  tenantSlug: string;
  account: { id: string; name: string };
}

/** Asks, deletes, and offers to undo. */
export function DeleteButton({ tenantSlug, account }: DeleteButtonProps) {
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
        toastWithUndo(
          `${account.name} was deleted`,
          () => restoreAccountAction(tenantSlug, { id: account.id }),
          `${account.name} is back`,
        )
      }
    />
  );
}
