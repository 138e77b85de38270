import type { Metadata } from "next";
import { tenantPage } from "@/lib/http/page";
import { getOwnTenant } from "@/lib/tenants/queries";
import { GeneralForm } from "./general-form";
import { readSettingsTab } from "./tab-data";
import { TenantForm } from "./tenant-form";

export const metadata: Metadata = { title: "Settings" };

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
