import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listDocuments } from "@/lib/documents/queries";
import { documentList } from "@/lib/documents/schema";
import { env } from "@/lib/env";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { changesIn } from "../_lists/changes-in";
import { filterAccounts } from "../_lists/filter-accounts";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { Permitted } from "../permitted";
import { DocumentsTable } from "./documents-table";
import { UploadDialog } from "./upload-dialog";

export const generateMetadata = pageTitle((t) => t("documents.list"));

// To people "deleted" is a view of its own, not a filter: clearing the filters stays in it.
const { deleted: _view, ...filters } = documentList.filters;
const VIEW = { ...documentList, filters };

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.documents");
  const tabs = await getTranslations("client.documents.tabs");
  const path = `/${tenant.slug}/documents`;
  const { query, issues, view, shown, at } = await readListView(documentList, { actor, person, searchParams });
  const deleted = query.filters.deleted?.value ?? false;
  const [page, accounts] = await Promise.all([listDocuments(actor, query), filterAccounts(actor, tenant, query)]);
  const uploadAction = (
    <Permitted actor={actor} permission="documents:write">
      <UploadDialog
        tenantSlug={tenant.slug}
        limitBytes={env().documentLimitBytes}
        accountsHref={accounts.choicesHref}
      />
    </Permitted>
  );
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} actions={uploadAction} />
      <TabLinks
        name="deleted"
        label={t("views")}
        tabs={[
          { label: tabs("current"), value: null },
          { label: tabs("deleted"), value: "true" },
        ]}
      />
      <DocumentsTable
        changesIn={changesIn(tenant, actor, "documents:write")}
        tools={
          <ListTools list={documentList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        page={page}
        links={linksOf(VIEW, query, at(deleted ? `${path}?deleted=true` : path), page)}
        issues={issues}
        accounts={accounts}
        tenantSlug={tenant.slug}
        timeZone={person.timeZone}
        deleted={deleted}
        mayWrite={actor.permissions.has("documents:write")}
        uploadAction={uploadAction}
      />
    </ListPage>
  );
});
