import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { ImportDetail } from "@/lib/imports/record";
import { sizeLabel } from "../../documents/file-labels";
import { countLabel, RESOURCE_LABELS } from "../labels";

export interface ResultCardProps {
  tenantSlug: string;
  record: ImportDetail;
  timeZone: string;
}

/** What an import, or its check, came to. */
export function ResultCard({ tenantSlug, record, timeZone }: ResultCardProps) {
  const { status, resource, imported_count, skipped_count, refused_count, undone_count, kept_count } = record;
  const isForeseen = status === "CHECKED";
  const hasBrought = imported_count > 0 && ["COMPLETED", "CANCELED", "FAILED"].includes(status);
  const href =
    resource === "payment_intents"
      ? `/${tenantSlug}/payment-intents?import=${record.id}`
      : `/${tenantSlug}/accounts?sort=-created`;
  return (
    <Card
      title={isForeseen ? "What an import would bring" : status === "UPLOADED" ? "File" : "Result"}
      actions={
        hasBrought && (
          <ButtonLink href={href} size="sm">
            Show {RESOURCE_LABELS[resource].toLowerCase()}
          </ButtonLink>
        )
      }
    >
      {record.problem && (
        <Alert tone="danger" className="mb-4">
          {record.problem}
        </Alert>
      )}
      <DescriptionList columns={2}>
        {status !== "UPLOADED" && (
          <>
            <DescriptionItem term={isForeseen ? "Would be imported" : "Imported"}>
              {countLabel(imported_count, "line")}
            </DescriptionItem>
            <DescriptionItem term="There already">{countLabel(skipped_count, "line")}</DescriptionItem>
            <DescriptionItem term="Refused">{countLabel(refused_count, "line")}</DescriptionItem>
          </>
        )}
        {status === "UNDONE" && (
          <>
            <DescriptionItem term="Taken back">{countLabel(undone_count, "record")}</DescriptionItem>
            <DescriptionItem term="Kept">{countLabel(kept_count, "record")}</DescriptionItem>
          </>
        )}
        <DescriptionItem term="Becomes">{RESOURCE_LABELS[resource]}</DescriptionItem>
        <DescriptionItem term="Source">{record.source}</DescriptionItem>
        <DescriptionItem term="Size">
          {record.size_bytes === null ? null : sizeLabel(record.size_bytes)}
        </DescriptionItem>
        <DescriptionItem term="By">{record.requested_by?.name}</DescriptionItem>
        <DescriptionItem term="Uploaded">
          <Timestamp value={record.created_at} timeZone={timeZone} />
        </DescriptionItem>
        <DescriptionItem term="Finished">
          {record.finished_at && <Timestamp value={record.finished_at} timeZone={timeZone} />}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
