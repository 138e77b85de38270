"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { deleteRoleAction } from "../actions";

export interface DeleteRoleButtonProps {
  tenantSlug: string;
  role: { id: string; name: string };
}

/** Asks, deletes, and leads back to the roles; a role that somebody has is refused, with who has it. */
export function DeleteRoleButton({ tenantSlug, role }: DeleteRoleButtonProps) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Trash2 aria-hidden /> Delete
        </Button>
      }
      title={`Delete the role ${role.name}?`}
      description="Only a role that nobody has can be deleted. It cannot be restored."
      confirmLabel="Delete role"
      action={() => deleteRoleAction(tenantSlug, { id: role.id })}
      onSuccess={() => {
        toast.success(`${role.name} was deleted`);
        router.push(`/${tenantSlug}/roles`);
      }}
    />
  );
}
