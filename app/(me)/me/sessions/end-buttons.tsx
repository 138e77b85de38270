"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { signOut } from "@/app/(auth)/auth-client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import { endSessionAction, endSessionsAction } from "./actions";

export interface EndButtonProps {
  id: string;
  /** Of the device, for those who hear the button without seeing its row. */
  name: string;
  isCurrent: boolean;
}

/** Ends one session; one's own by signing out. */
export function EndButton({ id, name, isCurrent }: EndButtonProps) {
  const t = useTranslations("client.me.sessions");
  const [isPending, startTransition] = useTransition();
  const end = () =>
    startTransition(async () => {
      if (isCurrent) return signOut();
      const result = await endSessionAction({ id });
      if (result.ok) toast.success(t("ended", { name }));
      else toastFailure(result.error);
    });
  return (
    <Button
      size="sm"
      className="ms-9 sm:ms-0"
      loading={isPending}
      onClick={end}
      aria-label={isCurrent ? undefined : t("endOf", { name })}
    >
      {isCurrent ? t("signOut") : t("end")}
    </Button>
  );
}

/** Ends all other sessions, or all. */
export function EndAllButtons({ others }: { others: number }) {
  const t = useTranslations("client.me.sessions");
  return (
    <div className="flex flex-wrap gap-2">
      {others > 0 && (
        <ConfirmDialog
          trigger={<Button>{t("endOthers")}</Button>}
          title={t("endOthersTitle")}
          description={t("endOthersHelp")}
          confirmLabel={t("endOthers")}
          action={() => endSessionsAction({ keep_current: true })}
          onSuccess={({ ended }) => toast.success(t("othersEnded", { count: ended }))}
        />
      )}
      <ConfirmDialog
        trigger={<Button variant="danger-outline">{t("everywhere")}</Button>}
        title={t("everywhereTitle")}
        description={t("everywhereHelp")}
        confirmLabel={t("everywhere")}
        action={() => endSessionsAction({ keep_current: false })}
        onSuccess={() => window.location.assign("/sign-in")}
      />
    </div>
  );
}
