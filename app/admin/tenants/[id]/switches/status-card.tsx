"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Tenant } from "@/lib/tenants/schema";
import { reactivateTenantAction, suspendTenantAction } from "./actions";

/** Suspends a tenant, or lets it in again. */
export function StatusCard({ tenant }: { tenant: Tenant }) {
  const t = useTranslations("client.adminTenants");
  const { id, name, status } = tenant;
  if (status === "closed") return null;
  const isActive = status === "active";
  return (
    <Card
      title={t("suspension.title")}
      actions={
        isActive ? (
          <ReasonDialog
            trigger={<Button variant="danger-outline">{t("suspension.suspend")}</Button>}
            title={t("suspension.suspendTitle", { name })}
            description={t("suspension.suspendHelp")}
            confirmLabel={t("suspension.suspend")}
            tone="danger"
            doneMessage={t("suspension.suspended")}
            readBy={t("readBy")}
            action={(reason) => suspendTenantAction({ id, reason })}
          />
        ) : (
          <ReasonDialog
            trigger={<Button variant="primary">{t("suspension.reactivate")}</Button>}
            title={t("suspension.reactivateTitle", { name })}
            description={t("suspension.reactivateHelp")}
            confirmLabel={t("suspension.reactivate")}
            tone="primary"
            doneMessage={t("suspension.reactivated")}
            readBy={t("readBy")}
            action={(reason) => reactivateTenantAction({ id, reason })}
          />
        )
      }
    >
      <p className="text-muted-foreground">{isActive ? t("suspension.isActive") : t("suspension.isSuspended")}</p>
    </Card>
  );
}
