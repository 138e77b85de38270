import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listTenants } from "@/lib/tenants/queries";
import { tenantList } from "@/lib/tenants/schema";
import { TenantsTable } from "./tenants-table";

export const generateMetadata = pageTitle((t) => t("adminTenants.list"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminTenants");
  const { query, issues } = readList(tenantList, searchParams, person);
  const page = await listTenants(admin, query);
  return (
    <ListPage>
      <PageHeader
        title={t("list")}
        description={t("listHelp")}
        actions={
          <ButtonLink href="/admin/tenants/new" variant="primary">
            <Icon name="plus" /> {t("new")}
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
