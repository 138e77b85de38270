import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { DataForm } from "../data-form";
import { readSettingsTab } from "../tab-data";

export const generateMetadata = pageTitle((t) => t("settings.data"));

export default tenantPage(async ({ actor, tenant }) => {
  const tab = await readSettingsTab(actor, tenant.slug);
  return <DataForm key={tab.config.version} {...tab} />;
});
