import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberActor } from "@/lib/actor";
import type { Member } from "@/lib/members/schema";
import { ReachList } from "../reach-summary";

interface MemberCardProps {
  member: Member;
  tenantPath: string;
  timeZone: string;
}

/** Why somebody who may change members cannot change this one. */
export function RankNote({ actor, mayChange, name }: { actor: MemberActor; mayChange: boolean; name: string }) {
  const t = useTranslations("server.team.rank");
  if (mayChange || !(actor.permissions.has("members:write") || actor.permissions.has("roles:write"))) return null;
  return (
    <Alert className="mb-4" title={t("title", { name })}>
      {t("help")}
    </Alert>
  );
}

/** Who it is, and which accounts the person reaches. */
export function MemberFacts({ member, tenantPath, timeZone }: MemberCardProps) {
  const t = useTranslations("server.team");
  return (
    <Card title={t("facts.title")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("facts.email")}>{member.email}</DescriptionItem>
        <DescriptionItem term={t("facts.lastSignIn")}>
          <Timestamp value={member.last_login} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("accounts")}>
          <ReachList isRestricted={member.restricted_to_accounts} accounts={member.accounts} tenantPath={tenantPath} />
        </DescriptionItem>
        <DescriptionItem term={t("facts.joined")}>
          <Timestamp value={member.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        {member.deleted_at && (
          <DescriptionItem term={t("deactivated")}>
            <Timestamp value={member.deleted_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
        )}
        <DescriptionItem term={t("facts.id")}>
          <CopyableId id={member.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

/** The roles, each with who gave it and when. */
export function MemberRoles({ member, tenantPath, timeZone }: MemberCardProps) {
  const t = useTranslations("server.team");
  return (
    <Card title={t("roles")} flush>
      {member.roles.length === 0 && <p className="p-4 text-muted-foreground">{t("noRoles")}</p>}
      <ul className="divide-y">
        {member.roles.map(({ id, name, assigned_at, assigned_by }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5">
            <Link href={`${tenantPath}/roles/${id}`} className="min-w-0 flex-1 basis-40 text-accent hover:underline">
              {name}
            </Link>
            <span className="text-muted-foreground text-xs">
              {assigned_by
                ? t.rich("givenBy", {
                    name: assigned_by.name,
                    who: (chunks) => <span className="text-foreground">{chunks}</span>,
                  })
                : t("givenBySystem")}{" "}
              · <Timestamp value={assigned_at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
