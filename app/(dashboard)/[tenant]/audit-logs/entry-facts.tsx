import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { AuditLog } from "@/lib/audit-logs/schema";
import { ActorName } from "./actor-name";
import { ACTOR_KIND_LABELS, recordLabel, recordPath } from "./labels";

export interface EntryFactsProps {
  entry: AuditLog;
  tenantPath: string;
  timeZone: string;
}

/** Who made a change, when, with what, and to which record; each with the way to more of the same. */
export function EntryFacts({ entry, tenantPath, timeZone }: EntryFactsProps) {
  const list = `${tenantPath}/audit-logs`;
  const record = recordPath(entry);
  return (
    <>
      <Card title="Record">
        <DescriptionList>
          <DescriptionItem term="Kind">{recordLabel(entry.table_name)}</DescriptionItem>
          <DescriptionItem term="Id">
            <CopyableId id={entry.record_id} full />
          </DescriptionItem>
        </DescriptionList>
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3">
          {record && <MoreLink href={tenantPath + record}>Open the record</MoreLink>}
          <MoreLink href={`${list}?table=${entry.table_name}&record=${encodeURIComponent(entry.record_id)}`}>
            All its changes
          </MoreLink>
        </p>
      </Card>
      <Card title="Who and how">
        <DescriptionList>
          <DescriptionItem term="Who">
            <ActorName {...entry} />
          </DescriptionItem>
          <DescriptionItem term="Acting as">{ACTOR_KIND_LABELS[entry.actor_kind]}</DescriptionItem>
          <DescriptionItem term="When">
            <Timestamp value={entry.created_at} timeZone={timeZone} style="second" isReachable />
          </DescriptionItem>
          <DescriptionItem term="Operation">
            {entry.operation && <code className="font-mono text-xs">{entry.operation}</code>}
          </DescriptionItem>
          {entry.reason && <DescriptionItem term="Reason">{entry.reason}</DescriptionItem>}
          <DescriptionItem term="Request">
            {entry.request_id && <CopyableId id={entry.request_id} full />}
          </DescriptionItem>
          <DescriptionItem term="IP address">{entry.ip_address}</DescriptionItem>
          <DescriptionItem term="User agent">
            {entry.user_agent && <span className="text-xs">{entry.user_agent}</span>}
          </DescriptionItem>
        </DescriptionList>
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3">
          {entry.visit_id && <MoreLink href={`${list}?visit=${entry.visit_id}`}>All of this visit</MoreLink>}
          {entry.user_id && <MoreLink href={`${list}?user=${entry.user_id}`}>All changes by this person</MoreLink>}
          {entry.api_key_id && (
            <>
              <MoreLink href={`${list}?api_key=${entry.api_key_id}`}>All changes by this key</MoreLink>
              <MoreLink href={`${tenantPath}/api-keys/${entry.api_key_id}`}>Open the key</MoreLink>
            </>
          )}
          {!entry.user_id && !entry.api_key_id && (
            <MoreLink href={`${list}?actor_kind=${entry.actor_kind}`}>All changes of this kind of actor</MoreLink>
          )}
        </p>
      </Card>
    </>
  );
}

function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm text-accent text-xs hover:underline">
      {children}
    </Link>
  );
}
