import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listTemplates } from "@/lib/templates/queries";
import { templateList } from "@/lib/templates/schema";
import { TemplatesTable } from "./templates-table";

export const metadata: Metadata = { title: "Templates" };

export default adminPage(async ({ admin, person, searchParams }) => {
  // Older versions are on the page of the newest one.
  const { query, issues } = readList(templateList, { ...searchParams, newest: "true" }, person);
  const page = await listTemplates(admin, query);
  return (
    <ListPage>
      <PageHeader
        title="Templates"
        description="What new tenants start from: roles, settings and sample accounts. A change is a new version; tenants stay on theirs until you put them on another."
        actions={
          <ButtonLink href="/admin/templates/new" variant="primary">
            <Plus aria-hidden /> New template
          </ButtonLink>
        }
      />
      <TabLinks
        name="archived"
        label="Templates"
        tabs={[
          { value: null, label: "All" },
          { value: "false", label: "On offer" },
          { value: "true", label: "Archived" },
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
