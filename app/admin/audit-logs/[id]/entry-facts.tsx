import Link from "next/link";
import type { ReactNode } from "react";
import { ActorName } from "@/app/(dashboard)/[tenant]/audit-logs/actor-name";
import { ACTOR_KIND_LABELS, recordLabel, recordPath } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { PlatformAuditLog } from "@/lib/audit-logs/schema";
import { stepInHref } from "../../step-in";

const LIST = "/admin/audit-logs";

/** Which record of whom, who changed it and how; each with the way to more of the same. */
export function EntryFacts({ entry, timeZone }: { entry: PlatformAuditLog; timeZone: string }) {
  const { tenant } = entry;
  const path = tenant && recordPath(entry);
  return (
    <>
      <Card title="Record">
        <DescriptionList>
          <DescriptionItem term="Tenant">
            {tenant ? <TextLink href={`/admin/tenants/${tenant.id}`}>{tenant.name}</TextLink> : "The platform"}
          </DescriptionItem>
          <DescriptionItem term="Kind">{recordLabel(entry.table_name)}</DescriptionItem>
          <DescriptionItem term="Id">
            <CopyableId id={entry.record_id} full />
          </DescriptionItem>
        </DescriptionList>
        <More>
          {entry.table_name === "users" && <TextLink href={`/admin/users/${entry.record_id}`}>Open the user</TextLink>}
          {tenant && path && <TextLink href={stepInHref(tenant, path)}>Step in to see it</TextLink>}
          <TextLink href={`${LIST}?table=${entry.table_name}&record=${encodeURIComponent(entry.record_id)}`}>
            All its changes
          </TextLink>
        </More>
      </Card>
      <Card title="Who and how">
        <DescriptionList>
          <DescriptionItem term="Who">
            {entry.user_id ? (
              <TextLink href={`/admin/users/${entry.user_id}`}>
                <ActorName {...entry} />
              </TextLink>
            ) : (
              <ActorName {...entry} />
            )}
          </DescriptionItem>
          <DescriptionItem term="Acting as">{ACTOR_KIND_LABELS[entry.actor_kind]}</DescriptionItem>
          <DescriptionItem term="When">
            <Timestamp value={entry.created_at} timeZone={timeZone} style="second" isReachable />
          </DescriptionItem>
          <DescriptionItem term="Reason">{entry.reason}</DescriptionItem>
          <DescriptionItem term="Operation">
            {entry.operation && <code className="font-mono text-xs">{entry.operation}</code>}
          </DescriptionItem>
          <DescriptionItem term="Request">
            {entry.request_id && <CopyableId id={entry.request_id} full />}
          </DescriptionItem>
          <DescriptionItem term="IP address">{entry.ip_address}</DescriptionItem>
          <DescriptionItem term="User agent">
            {entry.user_agent && <span className="text-xs">{entry.user_agent}</span>}
          </DescriptionItem>
        </DescriptionList>
        <More>
          {entry.user_id && <TextLink href={`${LIST}?user=${entry.user_id}`}>All changes by this person</TextLink>}
          {entry.api_key_id && (
            <TextLink href={`${LIST}?api_key=${entry.api_key_id}`}>All changes by this key</TextLink>
          )}
          {entry.request_id && (
            <TextLink href={`${LIST}?request=${encodeURIComponent(entry.request_id)}`}>All of this request</TextLink>
          )}
        </More>
      </Card>
    </>
  );
}

function More({ children }: { children: ReactNode }) {
  return <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3 text-xs">{children}</p>;
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm text-accent hover:underline">
      {children}
    </Link>
  );
}
