import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { SettingsTabs } from "./settings-tabs";

export default tenantPage(async ({ tenant, children }) => {
  const t = await getTranslations("server.settings");
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <div>
        <PageHeader title={t("list")} description={t("help", { tenant: tenant.name })} />
        <SettingsTabs base={`/${tenant.slug}/settings`} />
      </div>
      {children}
    </div>
  );
});
