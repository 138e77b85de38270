import type { Metadata } from "next";
import { tenantPage } from "@/lib/http/page";
import { SecurityForm } from "../security-form";
import { readSettingsTab } from "../tab-data";

export const metadata: Metadata = { title: "Security settings" };

export default tenantPage(async ({ actor, tenant }) => {
  const tab = await readSettingsTab(actor, tenant.slug);
  return <SecurityForm key={tab.config.version} {...tab} />;
});
