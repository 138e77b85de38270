import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StopRefundsButton } from "../approvals/stop-button";

/** The switch for the day when something is wrong. */
export function StopCard({ tenantSlug, isStopped }: { tenantSlug: string; isStopped: boolean }) {
  const t = useTranslations("server.settings.stop");
  return (
    <Card title={t("title")} actions={!isStopped && <StopRefundsButton tenantSlug={tenantSlug} />}>
      <p className="text-muted-foreground">{isStopped ? t("stopped") : t("running")}</p>
    </Card>
  );
}
