"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { askWritingAction, endVisitAction } from "./actions";

/** Asks the other platform admins to agree to writing. */
export function AskWritingButton({ id }: { id: string }) {
  const t = useTranslations("client.visits");
  return (
    <ReasonDialog
      trigger={<Button size="sm">{t("askWriting.label")}</Button>}
      title={t("askWriting.title")}
      description={t("askWriting.help")}
      confirmLabel={t("askWriting.label")}
      tone="primary"
      doneMessage={t("askWriting.done")}
      readBy={t("readBy")}
      action={(reason) => askWritingAction({ id, reason })}
    />
  );
}

/** Ends one's own visit without a word, from wherever one is. */
export function EndOwnVisitButton({ id }: { id: string }) {
  const t = useTranslations("client.visits");
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("endOwn.label")}</Button>}
      title={t("endOwn.title")}
      description={t("endOwn.help")}
      confirmLabel={t("endOwn.label")}
      tone="primary"
      // text-ok: kept in the tenant's audit log
      action={() => endVisitAction({ id, reason: "The visitor is done" })}
      onSuccess={() => {
        toast.success(t("endOwn.done"));
        router.push("/admin/visits");
      }}
    />
  );
}
