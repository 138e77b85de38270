import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { findOpenDeletion } from "@/lib/tenant-deletions/queries";
import { findNewestExport } from "@/lib/tenant-exports/queries";
import { getTenantSwitches } from "@/lib/tenant-switches/queries";
import { getTenant } from "@/lib/tenants/queries";
import { DeletionCard } from "./deletion-card";
import { StatusCard } from "./status-card";
import { SwitchRow } from "./switch-row";

export const generateMetadata = pageTitle((t) => t("adminTenants.switches.title"));

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const t = await getTranslations("server.adminTenants");
  const input = { id: recordId(params.id) };
  const [{ tenant, switches }, record, archive, deletion] = await Promise.all([
    getTenantSwitches(admin, input),
    getTenant(admin, input),
    findNewestExport(admin, input),
    findOpenDeletion(admin, input),
  ]);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t("switches.title")} description={t("switches.help")} flush>
        <ul className="divide-y">
          {switches.map((state) => (
            <SwitchRow key={state.name} tenant={tenant} state={state} timeZone={timeZone} />
          ))}
        </ul>
      </Card>
      <StatusCard tenant={record} />
      <DeletionCard tenant={record} archive={archive} deletion={deletion} userId={admin.userId} timeZone={timeZone} />
      <RefreshWhile pending={archive?.status === "requested" || archive?.status === "running"} />
    </div>
  );
});
