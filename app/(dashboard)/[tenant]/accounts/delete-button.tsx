"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toastWithUndo } from "@/components/ui/toast";
import { deleteAccountAction, restoreAccountAction } from "./actions";

export interface DeleteButtonProps {
  tenantSlug: string;
  account: { id: string; name: string };
}

/** Asks, deletes, and offers to undo. */
export function DeleteButton({ tenantSlug, account: { id, name } }: DeleteButtonProps) {
  const t = useTranslations("client.accounts");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="trash" /> {t("delete")}
        </Button>
      }
      title={t("deleteDialog.title", { name })}
      description={t("deleteDialog.help")}
      confirmLabel={t("deleteDialog.confirm")}
      action={() => deleteAccountAction(tenantSlug, { id })}
      onSuccess={() =>
        toastWithUndo(
          t("deleteDialog.done", { name }),
          () => restoreAccountAction(tenantSlug, { id }),
          t("back", { name }),
        )
      }
    />
  );
}
