import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantDetail } from "@/lib/tenants/schema";
import { InviteOwner } from "./invite-owner";

type Invitation = NonNullable<TenantDetail["owner_invitation"]>;

const TONES: Readonly<Record<Invitation["state"], BadgeTone>> = {
  open: "info",
  accepted: "success",
  revoked: "neutral",
  expired: "warning",
  suspended: "warning",
  void: "neutral",
};

/** Who answers for the tenant, or how the first of them is invited. */
export function OwnersCard({ tenant, timeZone }: { tenant: TenantDetail; timeZone: string }) {
  const t = useTranslations("server.adminTenants");
  const { owners, owner_invitation: invitation } = tenant;
  const hasOwner = owners.length > 0;
  return (
    <Card
      title={t("owners.title")}
      flush
      actions={!hasOwner && <InviteOwner tenant={tenant} invitation={invitation} />}
    >
      {!hasOwner && (
        <div className="p-4 pb-0">
          <Alert tone="warning">{t("owners.none")}</Alert>
        </div>
      )}
      <ul className="divide-y">
        {owners.map(({ user_id, name, email, last_login }) => (
          <li key={user_id} className="px-4 py-2.5">
            <Link href={`/admin/users/${user_id}`} className="font-medium hover:underline">
              {name}
            </Link>
            <p className="break-words text-muted-foreground text-xs">{email}</p>
            <p className="text-muted-foreground text-xs">
              {last_login
                ? t.rich("owners.lastSignIn", { time: () => <Timestamp value={last_login} timeZone={timeZone} /> })
                : t("owners.neverSignedIn")}
            </p>
          </li>
        ))}
        {!hasOwner && invitation && <InvitationRow invitation={invitation} timeZone={timeZone} />}
      </ul>
      {!hasOwner && !invitation && <p className="p-4 text-muted-foreground">{t("owners.noneInvited")}</p>}
    </Card>
  );
}

function InvitationRow({ invitation, timeZone }: { invitation: Invitation; timeZone: string }) {
  const t = useTranslations("server.adminTenants");
  return (
    <li className="flex flex-wrap items-start gap-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{invitation.full_name ?? invitation.email}</p>
        {invitation.full_name && <p className="break-words text-muted-foreground text-xs">{invitation.email}</p>}
        <p className="text-muted-foreground text-xs">
          {t.rich("owners.sent", {
            sent: () => <Timestamp value={invitation.sent_at} timeZone={timeZone} />,
            end: () => <Timestamp value={invitation.expires_at} timeZone={timeZone} />,
          })}
        </p>
      </div>
      <Badge tone={TONES[invitation.state]}>{t(`invitationStates.${invitation.state}`)}</Badge>
    </li>
  );
}
