"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { toast, toastFailure, toastWithUndo } from "@/components/ui/toast";
import { deactivateMemberAction, restoreMemberAction } from "../actions";

export interface LifeButtonsProps {
  tenantSlug: string;
  member: { id: string; name: string; isSelf: boolean };
  isPast: boolean;
}

/** Deactivates, after asking, or restores. */
export function LifeButtons({ tenantSlug, member, isPast }: LifeButtonsProps) {
  const { id, name, isSelf } = member;
  const t = useTranslations("client.team");
  const [isPending, startTransition] = useTransition();
  function restore() {
    startTransition(async () => {
      const result = await restoreMemberAction(tenantSlug, { id });
      if (result.ok) toast.success(t("back", { name }));
      else toastFailure(result.error);
    });
  }
  if (isPast)
    return (
      <Button loading={isPending} onClick={restore}>
        {!isPending && <Icon name="rotate-ccw" />} {t("life.restore")}
      </Button>
    );
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="user-x" /> {isSelf ? t("life.leave") : t("life.deactivate")}
        </Button>
      }
      title={isSelf ? t("life.leaveTitle") : t("life.deactivateTitle", { name })}
      description={isSelf ? t("life.leaveHelp") : t("life.deactivateHelp")}
      confirmLabel={isSelf ? t("life.leave") : t("life.deactivateConfirm")}
      action={() => deactivateMemberAction(tenantSlug, { id })}
      // Whoever has left sees no page of this tenant any more.
      onSuccess={() =>
        isSelf
          ? window.location.assign("/")
          : toastWithUndo(
              t("life.deactivated", { name }),
              () => restoreMemberAction(tenantSlug, { id }),
              t("back", { name }),
            )
      }
    />
  );
}
