import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listTenants } from "@/lib/tenants/queries";
import { tenantList } from "@/lib/tenants/schema";
import { TenantsTable } from "./tenants-table";

export const metadata: Metadata = { title: "Tenants" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(tenantList, searchParams, person);
  const page = await listTenants(admin, query);
  return (
    <ListPage>
      <PageHeader
        title="Tenants"
        description="Everybody who works on this platform, and how much."
        actions={
          <ButtonLink href="/admin/tenants/new" variant="primary">
            <Plus aria-hidden /> New tenant
          </ButtonLink>
        }
      />
      <TenantsTable
        page={page}
        links={linksOf(tenantList, query, "/admin/tenants", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
