import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyList } from "@/lib/api-keys/schema";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listUnreadNotices } from "@/lib/notices/queries";
import { changesIn } from "../_lists/changes-in";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { Permitted } from "../permitted";
import { ApiKeysTable } from "./api-keys-table";
import { RevokedKeyNotice } from "./revoked-key-notice";
import { stateTabs } from "./states";

export const generateMetadata = pageTitle((t) => t("apiKeys.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/api-keys`;
  const t = await getTranslations("server.apiKeys");
  const shared = await getTranslations("client.apiKeys");
  const { query, issues, view, shown, at } = await readListView(apiKeyList, { actor, person, searchParams });
  const page = await listApiKeys(actor, query);
  const [leaked, unused] = await Promise.all([
    listUnreadNotices(actor, "api_key_leaked"),
    listUnreadNotices(actor, "api_key_unused"),
  ]);
  const createAction = (
    <Permitted actor={actor} permission="api_keys:write">
      <ButtonLink href={`${path}/new`} variant="primary">
        {t("newKey")}
      </ButtonLink>
    </Permitted>
  );
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} actions={createAction} />
      {[...leaked, ...unused].map((notice) => (
        <RevokedKeyNotice key={notice.id} tenantSlug={tenant.slug} notice={notice} timeZone={person.timeZone} />
      ))}
      <TabLinks name="state" label={shared("state")} tabs={stateTabs(shared)} />
      <ApiKeysTable
        changesIn={changesIn(tenant, actor, "api_keys:write")}
        tools={<ListTools list={apiKeyList} actor={actor} tenant={tenant} person={person} query={query} view={view} />}
        path={path}
        page={page}
        links={linksOf(apiKeyList, query, at(path), page)}
        issues={issues}
        timeZone={person.timeZone}
        createAction={createAction}
      />
    </ListPage>
  );
});
