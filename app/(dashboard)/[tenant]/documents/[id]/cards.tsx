import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantActor } from "@/lib/actor";
import type { Document } from "@/lib/documents/schema";
import { MetadataView } from "../../metadata-view";
import type { AccountChoice } from "../../options";
import { Permitted } from "../../permitted";
import { contentHref, sizeLabel, typeLabel } from "../file-labels";
import { EditDetailsButton, EditMetadataButton } from "./edit-buttons";

interface CardProps {
  document: Document;
  actor: TenantActor;
  tenantSlug: string;
  timeZone: string;
}

/** What is known of the file, and where it belongs. */
export function DetailsCard({
  document,
  actor,
  tenantSlug,
  timeZone,
  accounts,
}: CardProps & { accounts: readonly AccountChoice[] }) {
  const t = useTranslations("server.documents.details");
  const labels = useTranslations("client.documents");
  const locale = useLocale();
  const { account, payment_intent: payment } = document;
  return (
    <Card
      title={t("title")}
      actions={
        !document.deleted_at && (
          <Permitted actor={actor} permission="documents:write">
            <EditDetailsButton tenantSlug={tenantSlug} document={document} accounts={accounts} />
          </Permitted>
        )
      }
    >
      <DescriptionList>
        <DescriptionItem term={t("file")}>
          <span className="break-all">{document.file_name}</span>
        </DescriptionItem>
        <DescriptionItem term={t("type")}>
          {typeLabel(labels, document.content_type)} · {sizeLabel(document.size_bytes, locale)}
        </DescriptionItem>
        <DescriptionItem term={t("account")}>
          {account && (
            <Link href={`/${tenantSlug}/accounts/${account.id}`} className="text-accent hover:underline">
              {account.name}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term={t("payment")}>
          {payment && (
            <Link href={`/${tenantSlug}/payment-intents/${payment.id}`} className="text-accent hover:underline">
              {payment.reference ?? shortId(payment.id)}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term={t("uploaded")}>
          <Timestamp value={document.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("uploadedBy")}>{document.uploaded_by?.name}</DescriptionItem>
        <DescriptionItem term={t("hash")}>
          <code className="break-all font-mono text-xs">{document.content_hash}</code>
        </DescriptionItem>
        <DescriptionItem term={t("id")}>
          <CopyableId id={document.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function MetadataCard({ document, actor, tenantSlug }: Omit<CardProps, "timeZone">) {
  const t = useTranslations("server.documents.details");
  return (
    <Card
      title={t("metadata")}
      actions={
        !document.deleted_at && (
          <Permitted actor={actor} permission="documents:write">
            <EditMetadataButton tenantSlug={tenantSlug} document={document} />
          </Permitted>
        )
      }
    >
      <MetadataView metadata={document.metadata} />
    </Card>
  );
}

/** All files that the document had, newest first; each is told from the others by its hash. */
export function VersionsCard({ document, versions, tenantSlug, timeZone }: VersionsCardProps) {
  const t = useTranslations("server.documents.versions");
  const locale = useLocale();
  return (
    <Card title={t("title")} flush>
      <ul className="divide-y">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              {version.id === document.id ? (
                <span className="font-medium">{t("version", { version: version.version })}</span>
              ) : (
                <Link href={`/${tenantSlug}/documents/${version.id}`} className="text-accent hover:underline">
                  {t("version", { version: version.version })}
                </Link>
              )}{" "}
              {version.is_latest && !version.deleted_at && <Badge tone="success">{t("latest")}</Badge>}
              {version.deleted_at && <StatusBadge status="DELETED" />}
              <p className="text-muted-foreground text-xs">
                <Timestamp value={version.created_at} timeZone={timeZone} /> · {version.uploaded_by?.name ?? "–"} ·{" "}
                {sizeLabel(version.size_bytes, locale)} ·{" "}
                <code className="font-mono">{version.content_hash.slice(0, 8)}</code>
              </p>
            </div>
            {!version.deleted_at && (
              <a
                href={contentHref(tenantSlug, version.id)}
                aria-label={t("downloadVersion", { version: version.version })}
                className="text-accent text-xs hover:underline"
              >
                {t("download")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface VersionsCardProps {
  document: Document;
  versions: readonly Document[];
  tenantSlug: string;
  timeZone: string;
}
