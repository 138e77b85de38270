"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { archiveTemplateAction, restoreTemplateAction } from "../actions";

export interface ArchiveButtonProps {
  id: string;
  name: string;
  isArchived: boolean;
}

/** Takes a template off the offer, or puts it back. */
export function ArchiveButton({ id, name, isArchived }: ArchiveButtonProps) {
  const t = useTranslations("client.adminTemplates");
  return isArchived ? (
    <ConfirmDialog
      trigger={<Button>{t("restore.open")}</Button>}
      title={t("restore.title", { name })}
      description={t("restore.help")}
      confirmLabel={t("restore.open")}
      tone="primary"
      action={() => restoreTemplateAction({ id })}
      onSuccess={() => toast.success(t("restore.done", { name }))}
    />
  ) : (
    <ConfirmDialog
      trigger={<Button variant="ghost">{t("archive.open")}</Button>}
      title={t("archive.title", { name })}
      description={t("archive.help")}
      confirmLabel={t("archive.open")}
      action={() => archiveTemplateAction({ id })}
      onSuccess={() => toast.success(t("archive.done", { name }))}
    />
  );
}
