"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { deleteRoleAction } from "../actions";

export interface DeleteRoleButtonProps {
  tenantSlug: string;
  role: { id: string; name: string };
}

/** Asks, deletes, and leads back to the roles; a role that somebody has is refused, with who has it. */
export function DeleteRoleButton({ tenantSlug, role }: DeleteRoleButtonProps) {
  const t = useTranslations("client.roles.delete");
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="trash" /> {t("button")}
        </Button>
      }
      title={t("title", { name: role.name })}
      description={t("help")}
      confirmLabel={t("confirm")}
      action={() => deleteRoleAction(tenantSlug, { id: role.id })}
      onSuccess={() => {
        toast.success(t("done", { name: role.name }));
        router.push(`/${tenantSlug}/roles`);
      }}
    />
  );
}
