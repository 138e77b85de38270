import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { SettingsTabs } from "./settings-tabs";

export default tenantPage(({ tenant, children }) => (
  <div className="mx-auto flex max-w-3xl flex-col gap-4">
    <div>
      <PageHeader title="Settings" description={`Of ${tenant.name}, for everybody in it`} />
      <SettingsTabs base={`/${tenant.slug}/settings`} />
    </div>
    {children}
  </div>
));
