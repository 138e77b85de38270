"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { undoImportAction } from "../actions";

/** Takes back what an import has brought. */
export function UndoButton({ tenantSlug, id, count }: { tenantSlug: string; id: string; count: number }) {
  const t = useTranslations("client.imports.undo");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="undo-2" /> {t("label")}
        </Button>
      }
      title={t("title", { count })}
      description={t("help")}
      confirmLabel={t("label")}
      action={() => undoImportAction(tenantSlug, { id })}
    />
  );
}
