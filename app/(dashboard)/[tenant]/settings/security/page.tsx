import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { listVisits } from "@/lib/visits/queries";
import { visitList } from "@/lib/visits/schema";
import { VisitsCard } from "../../_visits/visits-card";
import { SecurityForm } from "../security-form";
import { readSettingsTab } from "../tab-data";

export const generateMetadata = pageTitle((t) => t("settings.security"));

export default tenantPage(async ({ actor, tenant, person }) => {
  const { query } = parseListParams(visitList, {}, { mode: "strict" });
  const [tab, visits] = await Promise.all([readSettingsTab(actor, tenant.slug), listVisits(actor, query)]);
  return (
    <>
      <SecurityForm key={tab.config.version} {...tab} />
      <VisitsCard
        tenantSlug={tenant.slug}
        visits={visits.items}
        hasMore={visits.nextCursor !== null}
        mayAnswer={tab.mayChange}
        timeZone={person.timeZone}
      />
    </>
  );
});
