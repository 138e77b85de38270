import Link from "next/link";
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
import { EditDetailsButton, EditMetadataButton } from "./edit-dialogs";

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
  const { account, payment_intent: payment } = document;
  return (
    <Card
      title="Details"
      actions={
        !document.deleted_at && (
          <Permitted actor={actor} permission="documents:write">
            <EditDetailsButton tenantSlug={tenantSlug} document={document} accounts={accounts} />
          </Permitted>
        )
      }
    >
      <DescriptionList>
        <DescriptionItem term="File">
          <span className="break-all">{document.file_name}</span>
        </DescriptionItem>
        <DescriptionItem term="Type">
          {typeLabel(document.content_type)} · {sizeLabel(document.size_bytes)}
        </DescriptionItem>
        <DescriptionItem term="Account">
          {account && (
            <Link href={`/${tenantSlug}/accounts/${account.id}`} className="text-accent hover:underline">
              {account.name}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term="Payment intent">
          {payment && (
            <Link href={`/${tenantSlug}/payment-intents/${payment.id}`} className="text-accent hover:underline">
              {payment.reference ?? shortId(payment.id)}
            </Link>
          )}
        </DescriptionItem>
        <DescriptionItem term="Uploaded">
          <Timestamp value={document.created_at} timeZone={timeZone} />
        </DescriptionItem>
        <DescriptionItem term="Uploaded by">{document.uploaded_by?.name}</DescriptionItem>
        <DescriptionItem term="SHA-256">
          <code className="break-all font-mono text-xs">{document.content_hash}</code>
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={document.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function MetadataCard({ document, actor, tenantSlug }: Omit<CardProps, "timeZone">) {
  return (
    <Card
      title="Metadata"
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
  return (
    <Card title="Versions" flush>
      <ul className="divide-y">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              {version.id === document.id ? (
                <span className="font-medium">Version {version.version}</span>
              ) : (
                <Link href={`/${tenantSlug}/documents/${version.id}`} className="text-accent hover:underline">
                  Version {version.version}
                </Link>
              )}{" "}
              {version.is_latest && !version.deleted_at && <Badge tone="success">Latest</Badge>}
              {version.deleted_at && <StatusBadge status="DELETED" />}
              <p className="text-muted-foreground text-xs">
                <Timestamp value={version.created_at} timeZone={timeZone} /> · {version.uploaded_by?.name ?? "–"} ·{" "}
                {sizeLabel(version.size_bytes)} · <code className="font-mono">{version.content_hash.slice(0, 8)}</code>
              </p>
            </div>
            {!version.deleted_at && (
              <a
                href={contentHref(tenantSlug, version.id)}
                aria-label={`Download version ${version.version}`}
                className="text-accent text-xs hover:underline"
              >
                Download
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
