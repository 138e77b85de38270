"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Visit } from "@/lib/visits/schema";
import { agreeToVisitAction, declineVisitAction, endVisitOfTenantAction } from "./actions";

/** What the tenant can do about a visit that is not over: answer, or end it. */
export function AnswerButtons({ tenantSlug, visit }: { tenantSlug: string; visit: Visit }) {
  const t = useTranslations("client.access");
  const { id, admin, state } = visit;
  if (state === "agreed" || state === "running")
    return (
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="danger-outline">
            {t("endVisit.button")}
          </Button>
        }
        title={t("endVisit.title", { name: admin.name })}
        description={t("endVisit.help")}
        confirmLabel={t("endVisit.button")}
        action={() => endVisitOfTenantAction(tenantSlug, { id })}
        onSuccess={() => toast.success(t("endVisit.done"))}
      />
    );
  if (state !== "waiting") return null;
  return (
    <div className="flex gap-2">
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="danger-outline">
            {t("declineVisit.button")}
          </Button>
        }
        title={t("declineVisit.title", { name: admin.name })}
        description={t("declineVisit.help")}
        confirmLabel={t("declineVisit.button")}
        action={() => declineVisitAction(tenantSlug, { id })}
        onSuccess={() => toast.success(t("declineVisit.done"))}
      />
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            {t("agreeVisit.button")}
          </Button>
        }
        title={t("agreeVisit.title", { name: admin.name, minutes: visit.minutes })}
        description={t("agreeVisit.help")}
        confirmLabel={t("agreeVisit.button")}
        tone="primary"
        action={() => agreeToVisitAction(tenantSlug, { id })}
        onSuccess={() => toast.success(t("agreeVisit.done", { name: admin.name }))}
      />
    </div>
  );
}
