import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listAccounts, listAccountTree } from "@/lib/accounts/queries";
import { accountList } from "@/lib/accounts/schema";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { changesIn } from "../_lists/changes-in";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { accountChoices } from "../options";
import { Permitted } from "../permitted";
import { AccountTabs } from "./account-tabs";
import { AccountsTable } from "./accounts-table";

export const generateMetadata = pageTitle((t) => t("accounts.list"));

// To people "deleted" is a view of its own, not a filter: clearing the filters stays in it.
const { deleted: _view, ...filters } = accountList.filters;
const VIEW = { ...accountList, filters };

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/accounts`;
  const t = await getTranslations("server.accounts");
  const { query, issues, view, shown, at } = await readListView(accountList, { actor, person, searchParams });
  const deleted = query.filters.deleted?.value ?? false;
  const [page, tree] = await Promise.all([listAccounts(actor, query), listAccountTree(actor)]);
  const createAction = (
    <Permitted actor={actor} permission="accounts:write">
      <ButtonLink href={`${path}/new`} variant="primary">
        {t("new")}
      </ButtonLink>
    </Permitted>
  );
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} actions={createAction} />
      <AccountTabs path={path} />
      <AccountsTable
        changesIn={changesIn(tenant, actor, "accounts:write")}
        tools={<ListTools list={accountList} actor={actor} tenant={tenant} person={person} query={query} view={view} />}
        page={page}
        links={linksOf(VIEW, query, at(deleted ? `${path}?deleted=true` : path), page)}
        issues={issues}
        accounts={accountChoices(tree)}
        tenantSlug={tenant.slug}
        timeZone={person.timeZone}
        deleted={deleted}
        mayWrite={actor.permissions.has("accounts:write")}
        createAction={createAction}
      />
    </ListPage>
  );
});
