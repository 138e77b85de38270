import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listTemplates } from "@/lib/templates/queries";
import { templateList } from "@/lib/templates/schema";
import { TemplatesTable } from "./templates-table";

export const generateMetadata = pageTitle((t) => t("adminTemplates.list"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminTemplates");
  // Older versions are on the page of the newest one.
  const { query, issues } = readList(templateList, { ...searchParams, newest: "true" }, person);
  const page = await listTemplates(admin, query);
  return (
    <ListPage>
      <PageHeader
        title={t("list")}
        description={t("listHelp")}
        actions={
          <ButtonLink href="/admin/templates/new" variant="primary">
            <Icon name="plus" /> {t("new")}
          </ButtonLink>
        }
      />
      <TabLinks
        name="archived"
        label={t("list")}
        tabs={[
          { value: null, label: t("tabs.all") },
          { value: "false", label: t("tabs.offered") },
          { value: "true", label: t("tabs.archived") },
        ]}
      />
      <TemplatesTable
        page={page}
        links={linksOf(templateList, query, "/admin/templates", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
