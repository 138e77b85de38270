import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { getTenantSwitches } from "@/lib/tenant-switches/queries";
import { getTenant } from "@/lib/tenants/queries";
import { StatusCard } from "./status-card";
import { SwitchRow } from "./switch-row";

export const metadata: Metadata = { title: "Switches" };

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const id = recordId(params.id);
  const [{ tenant, switches }, record] = await Promise.all([
    getTenantSwitches(admin, { id }),
    getTenant(admin, { id }),
  ]);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title="Switches" description="In force on the next request, by page and API" flush>
        <ul className="divide-y">
          {switches.map((state) => (
            <SwitchRow key={state.name} tenant={tenant} state={state} timeZone={timeZone} />
          ))}
        </ul>
      </Card>
      <StatusCard tenant={record} />
    </div>
  );
});
