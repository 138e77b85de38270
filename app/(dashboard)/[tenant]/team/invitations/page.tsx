import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listInvitations } from "@/lib/invitations/queries";
import { invitationList } from "@/lib/invitations/schema";
import { listRoleChoices } from "@/lib/roles/queries";
import { changesIn } from "../../_lists/changes-in";
import { ListTools } from "../../_lists/list-tools";
import { readListView } from "../../_views/read-list-view";
import { linksOf } from "../../list-state";
import { permittedData } from "../../permitted-data";
import { InviteLink } from "../invite-link";
import { TeamTabs } from "../team-tabs";
import { InvitationsTable } from "./invitations-table";

export const generateMetadata = pageTitle((t) => t("team.invitations"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/team`;
  const t = await getTranslations("server.team");
  const { query, issues, view, shown, at } = await readListView(invitationList, { actor, person, searchParams });
  const [page, roles] = await Promise.all([
    listInvitations(actor, query),
    permittedData(actor, "roles:read", () => listRoleChoices(actor), []),
  ]);
  const inviteAction = <InviteLink actor={actor} path={path} />;
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("team")} actions={inviteAction} />
      <TeamTabs path={path} />
      <InvitationsTable
        changesIn={changesIn(tenant, actor, "members:write")}
        tools={
          <ListTools list={invitationList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        tenantSlug={tenant.slug}
        page={page}
        links={linksOf(invitationList, query, at(`${path}/invitations`), page)}
        issues={issues}
        roles={roles.map(({ id, name }) => ({ value: id, label: name }))}
        timeZone={person.timeZone}
        mayWrite={actor.permissions.has("members:write")}
        inviteAction={inviteAction}
      />
    </ListPage>
  );
});
