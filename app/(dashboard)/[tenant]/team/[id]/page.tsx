import { getTranslations } from "next-intl/server";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getMember, listMemberHistory, mayChangeMember } from "@/lib/members/queries";
import { ViewAsButton } from "../../_access/view-as-button";
import { WhyPanel } from "../../_access/why-panel";
import { accountChoices } from "../../options";
import { Permitted } from "../../permitted";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { LifeButtons } from "./life-buttons";
import { MemberFacts, MemberRoles, RankNote } from "./member-cards";
import { MemberHistory } from "./member-history";

export const generateMetadata = pageTitle((t) => t("team.member"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const path = `/${tenant.slug}/team`;
  const t = await getTranslations("server.team");
  const [member, mayChange, accounts, history] = await Promise.all([
    getMember(actor, { id }),
    mayChangeMember(actor, { id }),
    permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
    permittedData(actor, "audit_logs:read", () => listMemberHistory(actor, { id }), null),
  ]);
  const isPast = member.deleted_at !== null;
  const target = { id, name: member.name, isSelf: member.user_id === actor.userId };
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("team"), href: path }, { label: member.name }]}
        title={member.name}
        badge={isPast && <Badge tone="warning">{t("deactivated")}</Badge>}
        description={member.email}
        nav={<RecordNav tenantSlug={tenant.slug} />}
        actions={
          <>
            <PastLink path={`${path}/${id}`} />
            {mayChange && (
              <Permitted actor={actor} permission="members:write">
                {!isPast && !target.isSelf && (
                  <ViewAsButton tenantSlug={tenant.slug} subject={{ member_id: id }} label={t("viewAs")} />
                )}
                <LifeButtons tenantSlug={tenant.slug} member={target} isPast={isPast} />
                {!isPast && (
                  <ButtonLink href={`${path}/${id}/edit`} variant="primary">
                    <Icon name="pencil" /> {t("change")}
                  </ButtonLink>
                )}
              </Permitted>
            )}
          </>
        }
      />
      <RankNote actor={actor} mayChange={mayChange} name={member.name} />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <MemberFacts member={member} tenantPath={`/${tenant.slug}`} timeZone={person.timeZone} />
          <MemberRoles member={member} tenantPath={`/${tenant.slug}`} timeZone={person.timeZone} />
          <WhyPanel
            tenantSlug={tenant.slug}
            subject={{ member_id: id }}
            name={member.name}
            accounts={accountChoices(accounts)}
          />
          <RawJson tenantSlug={tenant.slug} resource="member" id={id} version={member.updated_at} />
        </div>
        <MemberHistory steps={history} timeZone={person.timeZone} />
      </div>
    </>
  );
});
