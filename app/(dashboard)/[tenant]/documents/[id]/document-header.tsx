import { useTranslations } from "next-intl";
import { PastLink } from "@/components/detail/past-link";
import { RecordNav } from "@/components/detail/record-nav";
import { buttonVariants } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import type { MemberActor } from "@/lib/actor";
import type { Document } from "@/lib/documents/schema";
import { env } from "@/lib/env";
import { Permitted } from "../../permitted";
import { contentHref } from "../file-labels";
import { LifeButtons } from "../life-buttons";
import { UploadDialog } from "../upload-dialog";

export interface DocumentHeaderProps {
  document: Document;
  actor: MemberActor;
  tenantSlug: string;
}

/** Its title, and what may be done with it: a deleted one can only be restored. */
export function DocumentHeader({ document, actor, tenantSlug }: DocumentHeaderProps) {
  const t = useTranslations("server.documents");
  const { id, title, version, account, payment_intent: payment, deleted_at } = document;
  const isDeleted = deleted_at !== null;
  const target = { title, accountId: account?.id, paymentIntentId: payment?.id };
  return (
    <PageHeader
      breadcrumb={[{ label: t("list"), href: `/${tenantSlug}/documents` }, { label: title }]}
      title={title}
      badge={isDeleted && <StatusBadge status="DELETED" />}
      description={<CopyableId id={id} />}
      nav={<RecordNav tenantSlug={tenantSlug} />}
      actions={
        <>
          <PastLink path={`/${tenantSlug}/documents/${id}`} />
          <Permitted actor={actor} permission="documents:write">
            <LifeButtons tenantSlug={tenantSlug} document={{ id, title, version }} isDeleted={isDeleted} />
            {!isDeleted && (
              <UploadDialog
                tenantSlug={tenantSlug}
                limitBytes={env().documentLimitBytes}
                target={target}
                label={t("newVersion")}
                variant="secondary"
              />
            )}
          </Permitted>
          {!isDeleted && (
            <a href={contentHref(tenantSlug, id)} className={buttonVariants({ variant: "primary" })}>
              <Icon name="download" /> {t("download")}
            </a>
          )}
        </>
      }
    />
  );
}
