import { useLocale, useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { ImportDetail } from "@/lib/imports/record";
import { sizeLabel } from "../../documents/file-labels";

export interface ResultCardProps {
  tenantSlug: string;
  record: ImportDetail;
  timeZone: string;
}

/** What an import, or its check, came to. */
export function ResultCard({ tenantSlug, record, timeZone }: ResultCardProps) {
  const t = useTranslations("server.imports.result");
  const tShared = useTranslations("client.imports");
  const sentence = useSentence();
  const locale = useLocale();
  const { status, resource, imported_count, skipped_count, refused_count, undone_count, kept_count } = record;
  const isForeseen = status === "CHECKED";
  const hasBrought = imported_count > 0 && ["COMPLETED", "CANCELED", "FAILED"].includes(status);
  const href =
    resource === "payment_intents"
      ? `/${tenantSlug}/payment-intents?import=${record.id}`
      : `/${tenantSlug}/accounts?sort=-created`;
  return (
    <Card
      title={isForeseen ? t("foreseen") : status === "UPLOADED" ? t("file") : t("title")}
      actions={
        hasBrought && (
          <ButtonLink href={href} size="sm">
            {t("show", { resource })}
          </ButtonLink>
        )
      }
    >
      {record.problem && (
        <Alert tone="danger" className="mb-4">
          {sentence(record.problem)}
        </Alert>
      )}
      <DescriptionList columns={2}>
        {status !== "UPLOADED" && (
          <>
            <DescriptionItem term={isForeseen ? t("wouldBeImported") : t("imported")}>
              {t("lines", { count: imported_count })}
            </DescriptionItem>
            <DescriptionItem term={t("there")}>{t("lines", { count: skipped_count })}</DescriptionItem>
            <DescriptionItem term={t("refused")}>{t("lines", { count: refused_count })}</DescriptionItem>
          </>
        )}
        {status === "UNDONE" && (
          <>
            <DescriptionItem term={t("takenBack")}>{t("records", { count: undone_count })}</DescriptionItem>
            <DescriptionItem term={t("kept")}>{t("records", { count: kept_count })}</DescriptionItem>
          </>
        )}
        <DescriptionItem term={tShared("becomes")}>{tShared(`resources.${resource}`)}</DescriptionItem>
        <DescriptionItem term={tShared("source")}>{record.source}</DescriptionItem>
        <DescriptionItem term={t("size")}>
          {record.size_bytes === null ? null : sizeLabel(record.size_bytes, locale)}
        </DescriptionItem>
        <DescriptionItem term={tShared("by")}>{record.requested_by?.name}</DescriptionItem>
        <DescriptionItem term={tShared("uploaded")}>
          <Timestamp value={record.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={tShared("finished")}>
          {record.finished_at && <Timestamp value={record.finished_at} timeZone={timeZone} zoneShown />}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
