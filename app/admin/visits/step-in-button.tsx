"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LazyDialog } from "@/components/ui/lazy-dialog";

export interface StepInButtonProps {
  tenant: { id: string; name: string };
  /** The page of the tenant to see first; its overview by default. */
  next: string | null;
}

/** Steps into a tenant, or asks it first where it demands that. */
export function StepInButton({ tenant, next }: StepInButtonProps) {
  const t = useTranslations("client.platform");
  return (
    <LazyDialog
      trigger={
        <Button variant="primary">
          <Icon name="log-in" />
          {t("stepIn.label")}
        </Button>
      }
      title={t("stepIn.title", { tenant: tenant.name })}
      description={t("stepIn.help")}
      load={() => import("./step-in-form")}
    >
      {({ StepInForm }, close) => <StepInForm tenantId={tenant.id} next={next} onDone={close} />}
    </LazyDialog>
  );
}
