"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import {
  agreeTenantDeletionAction,
  callOffTenantDeletionAction,
  requestTenantDeletionAction,
  requestTenantExportAction,
} from "./actions";

export function ExportButton({ tenantId, name }: { tenantId: string; name: string }) {
  const t = useTranslations("client.adminTenants");
  return (
    <ReasonDialog
      trigger={<Button size="sm">{t("deletion.archive")}</Button>}
      title={t("deletion.archiveTitle", { name })}
      description={t("deletion.archiveHelp")}
      confirmLabel={t("deletion.archive")}
      tone="primary"
      doneMessage={t("deletion.archiveDone")}
      readBy={t("readBy")}
      action={(reason) => requestTenantExportAction({ id: tenantId, reason })}
    />
  );
}

export function RequestDeletionButton({
  tenantId,
  name,
  exportId,
}: {
  tenantId: string;
  name: string;
  exportId: string;
}) {
  const t = useTranslations("client.adminTenants");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          {t("deletion.ask")}
        </Button>
      }
      title={t("deletion.askTitle", { name })}
      description={t("deletion.askHelp")}
      confirmLabel={t("deletion.ask")}
      tone="danger"
      doneMessage={t("deletion.askDone")}
      readBy={t("readBy")}
      action={(reason) => requestTenantDeletionAction({ id: tenantId, export_id: exportId, reason })}
    />
  );
}

export function AgreeButton({ id, name, days }: { id: string; name: string; days: number }) {
  const t = useTranslations("client.adminTenants");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger">
          {t("deletion.agree")}
        </Button>
      }
      title={t("deletion.agreeTitle", { name })}
      description={t("deletion.agreeHelp", { days })}
      confirmLabel={t("deletion.agreeConfirm")}
      tone="danger"
      doneMessage={t("deletion.agreeDone")}
      readBy={t("readBy")}
      action={(reason) => agreeTenantDeletionAction({ id, reason })}
    />
  );
}

export function CallOffButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations("client.adminTenants");
  return (
    <ReasonDialog
      trigger={<Button size="sm">{t("deletion.callOff")}</Button>}
      title={t("deletion.callOffTitle", { name })}
      description={t("deletion.callOffHelp")}
      confirmLabel={t("deletion.callOffConfirm")}
      tone="primary"
      doneMessage={t("deletion.callOffDone")}
      readBy={t("readBy")}
      action={(reason) => callOffTenantDeletionAction({ id, reason })}
    />
  );
}
