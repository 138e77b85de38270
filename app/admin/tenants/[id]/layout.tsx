import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { adminPage } from "@/lib/http/page";
import { getTenant } from "@/lib/tenants/queries";
import { TenantTabs } from "./tenant-tabs";

/** The frame of all pages about one tenant: whose they are, and the way between them. */
export default adminPage<{ id: string }>(async ({ admin, params, children }) => {
  const t = await getTranslations("server.adminTenants");
  const tenant = await getTenant(admin, { id: recordId(params.id) });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <PageHeader
          breadcrumb={[{ label: t("list"), href: "/admin/tenants" }, { label: tenant.name }]}
          title={tenant.name}
          badge={<StatusBadge status={tenant.status.toUpperCase()} />}
          description={tenant.domain ?? tenant.slug}
        />
        <TenantTabs base={`/admin/tenants/${tenant.id}`} />
      </div>
      {children}
    </div>
  );
});
