import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantDetail } from "@/lib/tenants/schema";
import { EditTenant } from "./edit-tenant";

/** What a tenant is. */
export function FactsCard({ tenant, timeZone }: { tenant: TenantDetail; timeZone: string }) {
  const t = useTranslations("server.adminTenants");
  const labels = useTranslations("client.adminTenants");
  const { template } = tenant;
  return (
    <Card title={t("facts.title")} actions={<EditTenant tenant={tenant} />}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("facts.name")}>{tenant.name}</DescriptionItem>
        <DescriptionItem term={t("facts.slug")}>{tenant.slug}</DescriptionItem>
        <DescriptionItem term={t("facts.domain")}>{tenant.domain}</DescriptionItem>
        <DescriptionItem term={t("facts.tier")}>{labels(`tiers.${tenant.subscription_tier}`)}</DescriptionItem>
        <DescriptionItem term={t("facts.template")}>
          {template && (
            <Link href={`/admin/templates/${template.id}`} className="text-accent hover:underline">
              {t("templateVersion", { name: template.name, version: template.version })}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term={t("facts.lastActive")}>
          {tenant.last_active_at && <Timestamp value={tenant.last_active_at} timeZone={timeZone} zoneShown />}
        </DescriptionItem>
        <DescriptionItem term={t("facts.created")}>
          <Timestamp value={tenant.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("facts.changed")}>
          <Timestamp value={tenant.updated_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("facts.id")}>
          <CopyableId id={tenant.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
