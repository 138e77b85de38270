import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listMembers } from "@/lib/members/queries";
import { memberList } from "@/lib/members/schema";
import { listRoleChoices } from "@/lib/roles/queries";
import { changesIn } from "../_lists/changes-in";
import { filterAccounts } from "../_lists/filter-accounts";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { permittedData } from "../permitted-data";
import { InviteLink } from "./invite-link";
import { MembersTable } from "./members-table";
import { TeamTabs } from "./team-tabs";

export const generateMetadata = pageTitle((t) => t("team.team"));

// To people "deactivated" is a view of its own, not a filter: clearing the filters stays in it.
const { deleted: _view, ...filters } = memberList.filters;
const VIEW = { ...memberList, filters };

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/team`;
  const t = await getTranslations("server.team");
  const { query, issues, view, shown, at } = await readListView(memberList, { actor, person, searchParams });
  const isPast = query.filters.deleted?.value ?? false;
  const [page, roles, accounts] = await Promise.all([
    listMembers(actor, query),
    permittedData(actor, "roles:read", () => listRoleChoices(actor), []),
    filterAccounts(actor, tenant, query),
  ]);
  const inviteAction = <InviteLink actor={actor} path={path} />;
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("team")} actions={inviteAction} />
      <TeamTabs path={path} />
      <MembersTable
        changesIn={changesIn(tenant, actor, "members:write")}
        tools={<ListTools list={memberList} actor={actor} tenant={tenant} person={person} query={query} view={view} />}
        path={path}
        page={page}
        links={linksOf(VIEW, query, at(isPast ? `${path}?deleted=true` : path), page)}
        issues={issues}
        roles={roles.map(({ id, name }) => ({ value: id, label: name }))}
        accounts={accounts}
        timeZone={person.timeZone}
        isPast={isPast}
        inviteAction={inviteAction}
      />
    </ListPage>
  );
});
