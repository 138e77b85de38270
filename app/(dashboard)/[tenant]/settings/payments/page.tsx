import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { readRefundAlerts } from "@/lib/refunds/queries";
import { permittedData } from "../../permitted-data";
import { PaymentsForm } from "../payments-form";
import { StopCard } from "../stop-card";
import { readSettingsTab } from "../tab-data";

export const generateMetadata = pageTitle((t) => t("settings.payments"));

export default tenantPage(async ({ actor, tenant }) => {
  const [tab, alerts] = await Promise.all([
    readSettingsTab(actor, tenant.slug),
    permittedData(actor, "refunds:approve", () => readRefundAlerts(actor), null),
  ]);
  return (
    <>
      {alerts && actor.accountIds === null && <StopCard tenantSlug={tenant.slug} isStopped={alerts.stop !== null} />}
      <PaymentsForm key={tab.config.version} {...tab} />
    </>
  );
});
