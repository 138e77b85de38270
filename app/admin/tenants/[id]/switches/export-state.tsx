import { useLocale, useTranslations } from "next-intl";
import { sizeLabel } from "@/app/(dashboard)/[tenant]/documents/file-labels";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantExport } from "@/lib/tenant-exports/schema";

const TONES: Readonly<Record<TenantExport["status"], BadgeTone>> = {
  requested: "info",
  running: "info",
  ready: "success",
  failed: "danger",
  expired: "neutral",
};

/** How an archive stands: what is in it, whether it was downloaded, and the link to it. */
export function ExportState({ record, timeZone }: { record: TenantExport; timeZone: string }) {
  const t = useTranslations("server.adminTenants");
  const locale = useLocale();
  const sentence = useSentence();
  const rows = Object.values(record.row_counts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <div className="mt-2 flex flex-col gap-1.5 rounded-md border p-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[record.status]}>{t(`archiveStates.${record.status}`)}</Badge>
        <span>{t.rich("archive.of", { time: () => <Timestamp value={record.created_at} timeZone={timeZone} /> })}</span>
        {record.status === "ready" && !record.is_final && <Badge tone="warning">{t("archive.old")}</Badge>}
      </p>
      {record.error && <p className="text-danger-text">{sentence(record.error)}</p>}
      {record.status === "ready" && record.size_bytes !== null && (
        <>
          <p className="text-muted-foreground text-xs">
            {t.rich("archive.content", {
              rows,
              files: record.file_count ?? 0,
              size: sizeLabel(record.size_bytes, locale),
              hash: () => <CopyableId id={record.sha256 ?? ""} />,
            })}
          </p>
          <p className="flex flex-wrap items-center gap-3">
            <a
              href={`/api/dashboard/tenant_export?id=${record.id}`}
              download
              className={buttonVariants({ size: "sm" })}
            >
              {t("archive.download")}
            </a>
            <span className="text-muted-foreground text-xs">
              {record.downloaded_at
                ? t.rich(record.downloaded_by ? "archive.downloaded" : "archive.downloadedByOperator", {
                    name: record.downloaded_by?.name ?? "",
                    time: () => <Timestamp value={record.downloaded_at} timeZone={timeZone} />,
                  })
                : t("archive.notDownloaded")}
            </span>
          </p>
        </>
      )}
    </div>
  );
}
