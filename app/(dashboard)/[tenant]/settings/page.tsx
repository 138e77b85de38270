import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getOwnTenant } from "@/lib/tenants/queries";
import { GeneralForm } from "./general-form";
import { readSettingsTab } from "./tab-data";
import { TenantForm } from "./tenant-form";

export const generateMetadata = pageTitle((t) => t("settings.list"));

export default tenantPage(async ({ actor, tenant }) => {
  const [tab, own] = await Promise.all([readSettingsTab(actor, tenant.slug), getOwnTenant(actor)]);
  return (
    <>
      <TenantForm key={own.updated_at} tenant={own} mayChange={tab.mayChange} />
      {/* A form begins anew with the version that it has saved. */}
      <GeneralForm key={tab.config.version} {...tab} now={new Date().toISOString()} />
    </>
  );
});
