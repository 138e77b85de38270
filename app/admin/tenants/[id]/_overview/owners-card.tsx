import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantDetail } from "@/lib/tenants/schema";
import { InviteOwner } from "./invite-owner";

type Invitation = NonNullable<TenantDetail["owner_invitation"]>;

const STATES: Readonly<Record<Invitation["state"], { label: string; tone: BadgeTone }>> = {
  open: { label: "Invited", tone: "info" },
  accepted: { label: "Accepted", tone: "success" },
  revoked: { label: "Taken back", tone: "neutral" },
  expired: { label: "Expired", tone: "warning" },
  suspended: { label: "On hold: suspended", tone: "warning" },
  void: { label: "Serves no more", tone: "neutral" },
};

/** Who answers for the tenant, or how the first of them is invited. */
export function OwnersCard({ tenant, timeZone }: { tenant: TenantDetail; timeZone: string }) {
  const { owners, owner_invitation: invitation } = tenant;
  const hasOwner = owners.length > 0;
  return (
    <Card title="Owners" flush actions={!hasOwner && <InviteOwner tenant={tenant} invitation={invitation} />}>
      {!hasOwner && (
        <div className="p-4 pb-0">
          <Alert tone="warning">Nobody owns this tenant yet.</Alert>
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
              {last_login ? (
                <>
                  Last sign-in <Timestamp value={last_login} timeZone={timeZone} />
                </>
              ) : (
                "Has not signed in yet"
              )}
            </p>
          </li>
        ))}
        {!hasOwner && invitation && <InvitationRow invitation={invitation} timeZone={timeZone} />}
      </ul>
      {!hasOwner && !invitation && <p className="p-4 text-muted-foreground">Nobody is invited either.</p>}
    </Card>
  );
}

function InvitationRow({ invitation, timeZone }: { invitation: Invitation; timeZone: string }) {
  const { label, tone } = STATES[invitation.state];
  return (
    <li className="flex flex-wrap items-start gap-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{invitation.full_name ?? invitation.email}</p>
        {invitation.full_name && <p className="break-words text-muted-foreground text-xs">{invitation.email}</p>}
        <p className="text-muted-foreground text-xs">
          Sent <Timestamp value={invitation.sent_at} timeZone={timeZone} />, serves until{" "}
          <Timestamp value={invitation.expires_at} timeZone={timeZone} />
        </p>
      </div>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
}
