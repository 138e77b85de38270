import Link from "next/link";
import { useTranslations } from "next-intl";
import { SessionRow } from "@/app/(me)/me/sessions/session-row";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { deviceText } from "@/lib/user-agent";
import type { User, UserSession } from "@/lib/users/schema";
import { type ActedOn, EndSessionButton, EndSessionsButton, SecondFactorButton } from "./user-acts";

const linkClassName = "rounded-sm text-accent hover:underline";

/** Who a person is, and how the person signs in. */
export function UserFacts({ user, isSelf, timeZone }: { user: User; isSelf: boolean; timeZone: string }) {
  const t = useTranslations("server.adminUsers");
  const target: ActedOn = { id: user.id, name: user.full_name || user.email };
  return (
    <Card title={t("person.title")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("person.email")}>{user.email}</DescriptionItem>
        <DescriptionItem term={t("person.id")}>
          <CopyableId id={user.id} full />
        </DescriptionItem>
        <DescriptionItem term={t("person.signsInWith")}>
          {user.signs_in_with_google ? t("person.google") : t("person.password")}
        </DescriptionItem>
        <DescriptionItem term={t("person.twoStep")}>
          {user.second_factor_since ? (
            <span className="flex flex-wrap items-center gap-2">
              <span>
                {t.rich("person.onSince", {
                  time: () => <Timestamp value={user.second_factor_since} timeZone={timeZone} />,
                })}
              </span>
              {!isSelf && <SecondFactorButton user={target} />}
            </span>
          ) : (
            t("person.off")
          )}
        </DescriptionItem>
        <DescriptionItem term={t("person.lastSignIn")}>
          {user.last_login ? <Timestamp value={user.last_login} timeZone={timeZone} zoneShown /> : t("person.never")}
        </DescriptionItem>
        <DescriptionItem term={t("person.timeZone")}>{user.time_zone}</DescriptionItem>
        <DescriptionItem term={t("person.created")}>
          <Timestamp value={user.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        {user.disabled_at && (
          <DescriptionItem term={t("person.deactivated")}>
            <Timestamp value={user.disabled_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
        )}
      </DescriptionList>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3 text-xs">
        <Link href={`/admin/audit-logs?user=${user.id}`} className={linkClassName}>
          {t("person.changedBy")}
        </Link>
        <Link href={`/admin/audit-logs?record=${user.id}`} className={linkClassName}>
          {t("person.changedAbout")}
        </Link>
      </p>
    </Card>
  );
}

/** The tenants of a person, with the roles there. */
export function UserTenants({ tenants }: { tenants: User["tenants"] }) {
  const t = useTranslations("server.adminUsers");
  return (
    <Card title={t("tenants.title")} flush>
      {tenants.length === 0 ? (
        <p className="p-4 text-muted-foreground">{t("tenants.none")}</p>
      ) : (
        <ul className="divide-y">
          {tenants.map(({ id, name, slug, member_status, roles }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
              <span className="min-w-0 flex-1 basis-40">
                <Link href={`/admin/tenants/${id}`} className={`${linkClassName} font-medium`}>
                  {name}
                </Link>
                <span className="block text-muted-foreground text-xs">{slug}</span>
              </span>
              <span className="flex flex-wrap gap-1">
                {member_status === "deactivated" && <Badge tone="warning">{t("tenants.deactivated")}</Badge>}
                {roles.length === 0 && <span className="text-muted-foreground text-xs">{t("tenants.noRole")}</span>}
                {roles.map((role) => (
                  <Badge key={role}>{role}</Badge>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export interface UserSessionsProps {
  user: ActedOn;
  sessions: readonly UserSession[];
  /** The admin's own session, which ends by signing out. */
  currentId: string;
  timeZone: string;
}

/** Where a person is signed in now. */
export function UserSessions({ user, sessions, currentId, timeZone }: UserSessionsProps) {
  const t = useTranslations("server.adminUsers");
  const sentence = useSentence();
  return (
    <Card
      title={t("sessions.title")}
      description={t("sessions.help")}
      actions={sessions.length > 0 && <EndSessionsButton user={user} />}
      flush
    >
      {sessions.length === 0 ? (
        <p className="p-4 text-muted-foreground">{t("sessions.none")}</p>
      ) : (
        <ul className="divide-y">
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              timeZone={timeZone}
              badge={
                <>
                  {session.id === currentId && <Badge tone="success">{t("sessions.own")}</Badge>}
                  {session.has_second_factor && <Badge>{t("sessions.twoStep")}</Badge>}
                </>
              }
            >
              <EndSessionButton user={user} sessionId={session.id} device={sentence(deviceText(session.device))} />
            </SessionRow>
          ))}
        </ul>
      )}
    </Card>
  );
}
