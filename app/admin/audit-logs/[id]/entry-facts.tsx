import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActorName } from "@/app/(dashboard)/[tenant]/audit-logs/actor-name";
import { actorKindLabel, recordLabel, recordPath } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { PlatformAuditLog } from "@/lib/audit-logs/schema";
import { stepInHref } from "../../step-in";

const LIST = "/admin/audit-logs";

/** Which record of whom, who changed it and how; each with the way to more of the same. */
export function EntryFacts({ entry, timeZone }: { entry: PlatformAuditLog; timeZone: string }) {
  const t = useTranslations("server.adminAudit");
  const labels = useTranslations("client.auditLogs");
  const { tenant } = entry;
  const path = tenant && recordPath(entry);
  return (
    <>
      <Card title={t("record")}>
        <DescriptionList>
          <DescriptionItem term={t("tenant")}>
            {tenant ? <TextLink href={`/admin/tenants/${tenant.id}`}>{tenant.name}</TextLink> : t("platform")}
          </DescriptionItem>
          <DescriptionItem term={t("kind")}>{recordLabel(labels, entry.table_name)}</DescriptionItem>
          <DescriptionItem term={t("id")}>
            <CopyableId id={entry.record_id} full />
          </DescriptionItem>
        </DescriptionList>
        <More>
          {entry.table_name === "users" && (
            <TextLink href={`/admin/users/${entry.record_id}`}>{t("openUser")}</TextLink>
          )}
          {tenant && path && <TextLink href={stepInHref(tenant, path)}>{t("stepIn")}</TextLink>}
          <TextLink href={`${LIST}?table=${entry.table_name}&record=${encodeURIComponent(entry.record_id)}`}>
            {t("allChanges")}
          </TextLink>
        </More>
      </Card>
      <Card title={t("whoAndHow")}>
        <DescriptionList>
          <DescriptionItem term={t("who")}>
            {entry.user_id ? (
              <TextLink href={`/admin/users/${entry.user_id}`}>
                <ActorName t={labels} {...entry} />
              </TextLink>
            ) : (
              <ActorName t={labels} {...entry} />
            )}
          </DescriptionItem>
          <DescriptionItem term={t("actingAs")}>{actorKindLabel(labels, entry.actor_kind)}</DescriptionItem>
          <DescriptionItem term={t("when")}>
            <Timestamp value={entry.created_at} timeZone={timeZone} style="second" isReachable />
          </DescriptionItem>
          <DescriptionItem term={t("reason")}>{entry.reason}</DescriptionItem>
          <DescriptionItem term={t("operation")}>
            {entry.operation && <code className="font-mono text-xs">{entry.operation}</code>}
          </DescriptionItem>
          <DescriptionItem term={t("request")}>
            {entry.request_id && <CopyableId id={entry.request_id} full />}
          </DescriptionItem>
          <DescriptionItem term={t("ipAddress")}>{entry.ip_address}</DescriptionItem>
          <DescriptionItem term={t("userAgent")}>
            {entry.user_agent && <span className="text-xs">{entry.user_agent}</span>}
          </DescriptionItem>
        </DescriptionList>
        <More>
          {entry.user_id && <TextLink href={`${LIST}?user=${entry.user_id}`}>{t("allByPerson")}</TextLink>}
          {entry.api_key_id && <TextLink href={`${LIST}?api_key=${entry.api_key_id}`}>{t("allByKey")}</TextLink>}
          {entry.request_id && (
            <TextLink href={`${LIST}?request=${encodeURIComponent(entry.request_id)}`}>{t("allOfRequest")}</TextLink>
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
