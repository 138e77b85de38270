import type { Metadata } from "next";
import { tenantPage } from "@/lib/http/page";
import { DataForm } from "../data-form";
import { readSettingsTab } from "../tab-data";

export const metadata: Metadata = { title: "Data settings" };

export default tenantPage(async ({ actor, tenant }) => {
  const tab = await readSettingsTab(actor, tenant.slug);
  return <DataForm key={tab.config.version} {...tab} />;
});
