import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantDetail } from "@/lib/tenants/schema";
import { TIER_LABELS } from "../../labels";
import { EditTenant } from "./edit-tenant";

/** What a tenant is. */
export function FactsCard({ tenant, timeZone }: { tenant: TenantDetail; timeZone: string }) {
  const { template } = tenant;
  return (
    <Card title="Details" actions={<EditTenant tenant={tenant} />}>
      <DescriptionList columns={2}>
        <DescriptionItem term="Name">{tenant.name}</DescriptionItem>
        <DescriptionItem term="Slug">{tenant.slug}</DescriptionItem>
        <DescriptionItem term="Domain">{tenant.domain}</DescriptionItem>
        <DescriptionItem term="Tier">{TIER_LABELS[tenant.subscription_tier]}</DescriptionItem>
        <DescriptionItem term="Template">
          {template && (
            <Link href={`/admin/templates/${template.id}`} className="text-accent hover:underline">
              {template.name}, version {template.version}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term="Last active">
          {tenant.last_active_at && <Timestamp value={tenant.last_active_at} timeZone={timeZone} zoneShown />}
        </DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={tenant.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Changed">
          <Timestamp value={tenant.updated_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={tenant.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
