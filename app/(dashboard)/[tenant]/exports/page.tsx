import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listExports } from "@/lib/exports/queries";
import { exportList } from "@/lib/exports/schema";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { isUnderWay } from "../_exports/export-labels";
import { linksOf, readList } from "../list-state";
import { RefreshWhile } from "../refresh-while";
import { exportRow } from "./export-row";
import { ExportsTable } from "./exports-table";

export const generateMetadata = pageTitle((t) => t("exports.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.exports");
  const { query, issues } = readList(exportList, searchParams, person);
  const path = `/${tenant.slug}/exports`;
  const page = await listExports(actor, query);
  return (
    <ListPage>
      <PageHeader title={t("list")} description={t("help")} />
      <RefreshWhile pending={page.items.some(isUnderWay)} />
      <ExportsTable
        tenantSlug={tenant.slug}
        page={{ ...page, items: page.items.map((item) => exportRow(tenant.slug, item)) }}
        links={linksOf(exportList, query, path, page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
