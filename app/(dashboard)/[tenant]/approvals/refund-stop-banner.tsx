"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Timestamp } from "@/components/ui/timestamp";
import { toast } from "@/components/ui/toast";
import type { RefundAlerts } from "@/lib/refunds/queries";
import { liftRefundStopAction } from "./actions";

export interface RefundStopBannerProps {
  tenantSlug: string;
  stop: NonNullable<RefundAlerts["stop"]>;
  timeZone: string;
  mayLift: boolean;
}

/** Says on every page that refunds are stopped, why and by whom. */
export function RefundStopBanner({ tenantSlug, stop, timeZone, mayLift }: RefundStopBannerProps) {
  const t = useTranslations("client.approvals");
  return (
    <Alert tone="danger" title={t("stop.done")} className="mb-4">
      <p className="whitespace-pre-line break-words">{stop.reason}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-xs">
        <span>
          {stop.stopped_by_name ?? t("stop.system")} · <Timestamp value={stop.created_at} timeZone={timeZone} />
        </span>
        {mayLift && (
          <ConfirmDialog
            trigger={<Button size="sm">{t("lift.label")}</Button>}
            title={t("lift.title")}
            description={t("lift.help")}
            confirmLabel={t("lift.label")}
            tone="primary"
            action={() => liftRefundStopAction(tenantSlug, { id: stop.id })}
            onSuccess={() => toast.success(t("lift.done"))}
          />
        )}
      </div>
    </Alert>
  );
}
