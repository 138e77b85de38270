import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { adminPage } from "@/lib/http/page";
import { getTenant } from "@/lib/tenants/queries";

export const metadata: Metadata = { title: "Tenant" };

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params }) => {
  const tenant = await getTenant(admin, { id: recordId(params.id) });
  return (
    <Card title="Tenant">
      <DescriptionList columns={2}>
        <DescriptionItem term="Slug">{tenant.slug}</DescriptionItem>
        <DescriptionItem term="Domain">{tenant.domain}</DescriptionItem>
        <DescriptionItem term="Tier">{tenant.subscription_tier}</DescriptionItem>
        <DescriptionItem term="Members">{tenant.member_count}</DescriptionItem>
        <DescriptionItem term="Accounts">{tenant.account_count}</DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={tenant.created_at} timeZone={timeZone} />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
});
