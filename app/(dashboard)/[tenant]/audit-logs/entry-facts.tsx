import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { AuditLog } from "@/lib/audit-logs/schema";
import { ActorName } from "./actor-name";
import { recordName } from "./audit-row";
import { actorKindLabel, recordLabel, recordPath } from "./labels";

export interface EntryFactsProps {
  entry: AuditLog;
  tenantPath: string;
  timeZone: string;
}

/** Who made a change, when, with what, and to which record; each with the way to more of the same. */
export function EntryFacts({ entry, tenantPath, timeZone }: EntryFactsProps) {
  const t = useTranslations("server.auditLogs");
  const labels = useTranslations("client.auditLogs");
  const list = `${tenantPath}/audit-logs`;
  const record = recordPath(entry);
  const name = recordName(entry);
  return (
    <>
      <Card title={t("record")}>
        <DescriptionList>
          <DescriptionItem term={t("kind")}>{recordLabel(labels, entry.table_name)}</DescriptionItem>
          {name && <DescriptionItem term={t("name")}>{name}</DescriptionItem>}
          <DescriptionItem term={t("id")}>
            <CopyableId id={entry.record_id} full />
          </DescriptionItem>
        </DescriptionList>
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3">
          {record && <MoreLink href={tenantPath + record}>{t("openRecord")}</MoreLink>}
          <MoreLink href={`${list}?table=${entry.table_name}&record=${encodeURIComponent(entry.record_id)}`}>
            {t("allChanges")}
          </MoreLink>
        </p>
      </Card>
      <Card title={t("whoAndHow")}>
        <DescriptionList>
          <DescriptionItem term={t("who")}>
            <ActorName t={labels} {...entry} />
          </DescriptionItem>
          <DescriptionItem term={t("actingAs")}>{actorKindLabel(labels, entry.actor_kind)}</DescriptionItem>
          <DescriptionItem term={t("when")}>
            <Timestamp value={entry.created_at} timeZone={timeZone} style="second" isReachable />
          </DescriptionItem>
          <DescriptionItem term={t("operation")}>
            {entry.operation && <code className="font-mono text-xs">{entry.operation}</code>}
          </DescriptionItem>
          {entry.reason && <DescriptionItem term={t("reason")}>{entry.reason}</DescriptionItem>}
          <DescriptionItem term={t("request")}>
            {entry.request_id && <CopyableId id={entry.request_id} full />}
          </DescriptionItem>
          <DescriptionItem term={t("ipAddress")}>{entry.ip_address}</DescriptionItem>
          <DescriptionItem term={t("userAgent")}>
            {entry.user_agent && <span className="text-xs">{entry.user_agent}</span>}
          </DescriptionItem>
        </DescriptionList>
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-3">
          {entry.visit_id && <MoreLink href={`${list}?visit=${entry.visit_id}`}>{t("allOfVisit")}</MoreLink>}
          {entry.user_id && <MoreLink href={`${list}?user=${entry.user_id}`}>{t("allByPerson")}</MoreLink>}
          {entry.api_key_id && (
            <>
              <MoreLink href={`${list}?api_key=${entry.api_key_id}`}>{t("allByKey")}</MoreLink>
              <MoreLink href={`${tenantPath}/api-keys/${entry.api_key_id}`}>{t("openKey")}</MoreLink>
            </>
          )}
          {!entry.user_id && !entry.api_key_id && (
            <MoreLink href={`${list}?actor_kind=${entry.actor_kind}`}>{t("allByActorKind")}</MoreLink>
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
