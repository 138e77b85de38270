"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LazyDialog } from "@/components/ui/lazy-dialog";

/** Stops all refunds of the tenant, with a reason that everybody reads. */
export function StopRefundsButton({ tenantSlug }: { tenantSlug: string }) {
  const t = useTranslations("client.approvals.stop");
  return (
    <LazyDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="octagon-pause" />
          {t("label")}
        </Button>
      }
      title={t("title")}
      description={t("help")}
      load={() => import("./stop-form")}
    >
      {({ StopForm }, close) => <StopForm tenantSlug={tenantSlug} onDone={close} />}
    </LazyDialog>
  );
}
