import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listImports } from "@/lib/imports/queries";
import { BUSY_STATUSES, importList } from "@/lib/imports/record";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { RefreshWhile } from "../refresh-while";
import { ImportsTable } from "./imports-table";
import { mayImport } from "./labels";

export const generateMetadata = pageTitle((t) => t("imports.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.imports");
  const path = `/${tenant.slug}/imports`;
  const { query, issues, view, shown, at } = await readListView(importList, { actor, person, searchParams });
  const page = await listImports(actor, query);
  const action = mayImport(actor) ? (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t("new")}
    </ButtonLink>
  ) : null;
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} actions={action} />
      <RefreshWhile pending={page.items.some(({ status }) => BUSY_STATUSES.includes(status))} />
      <ImportsTable
        tools={<ListTools list={importList} actor={actor} tenant={tenant} person={person} query={query} view={view} />}
        path={path}
        page={page}
        links={linksOf(importList, query, at(path), page)}
        issues={issues}
        timeZone={person.timeZone}
        action={action}
      />
    </ListPage>
  );
});
