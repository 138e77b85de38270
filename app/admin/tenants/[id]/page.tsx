import { getLocale } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTenantDetail } from "@/lib/tenants/queries";
import { getTenantUsage } from "@/lib/tenants/usage";
import { FactsCard } from "./_overview/facts-card";
import { OwnersCard } from "./_overview/owners-card";
import { RequestsCard } from "./_overview/requests-card";
import { PeriodCard, StoredCard } from "./_overview/usage-cards";

export const generateMetadata = pageTitle((t) => t("adminTenants.tenant"));

export default adminPage<{ id: string }>(async ({ admin, person, params }) => {
  const id = recordId(params.id);
  const [tenant, usage] = await Promise.all([getTenantDetail(admin, { id }), getTenantUsage(admin, { id })]);
  const format = { ...person, locale: await getLocale() };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
        <FactsCard tenant={tenant} timeZone={person.timeZone} />
        <RequestsCard requests={usage.requests} format={format} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <OwnersCard tenant={tenant} timeZone={person.timeZone} />
        <PeriodCard usage={usage} />
        <StoredCard usage={usage} />
      </div>
    </div>
  );
});
