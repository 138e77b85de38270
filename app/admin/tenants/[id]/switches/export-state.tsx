import { sizeLabel } from "@/app/(dashboard)/[tenant]/documents/file-labels";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantExport } from "@/lib/tenant-exports/schema";

const LABELS: Readonly<Record<TenantExport["status"], [string, BadgeTone]>> = {
  requested: ["Waiting", "info"],
  running: ["Being written", "info"],
  ready: ["Ready", "success"],
  failed: ["Failed", "danger"],
  expired: ["Expired", "neutral"],
};

/** How an archive stands: what is in it, whether it was downloaded, and the link to it. */
export function ExportState({ record, timeZone }: { record: TenantExport; timeZone: string }) {
  const [label, tone] = LABELS[record.status];
  const rows = Object.values(record.row_counts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <div className="mt-2 flex flex-col gap-1.5 rounded-md border p-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{label}</Badge>
        <span>
          Archive of <Timestamp value={record.created_at} timeZone={timeZone} />
        </span>
        {record.status === "ready" && !record.is_final && <Badge tone="warning">Older than the suspension</Badge>}
      </p>
      {record.error && <p className="text-danger-text">{record.error}</p>}
      {record.status === "ready" && record.size_bytes !== null && (
        <>
          <p className="text-muted-foreground text-xs">
            {rows.toLocaleString("en")} rows, {record.file_count} files, {sizeLabel(record.size_bytes)}. SHA-256{" "}
            <CopyableId id={record.sha256 ?? ""} />
          </p>
          <p className="flex flex-wrap items-center gap-3">
            <a
              href={`/api/dashboard/tenant_export?id=${record.id}`}
              download
              className={buttonVariants({ size: "sm" })}
            >
              Download archive
            </a>
            <span className="text-muted-foreground text-xs">
              {record.downloaded_at ? (
                <>
                  Downloaded by {record.downloaded_by?.name ?? "an operator"} ·{" "}
                  <Timestamp value={record.downloaded_at} timeZone={timeZone} />
                </>
              ) : (
                "Nobody has downloaded it yet"
              )}
            </span>
          </p>
        </>
      )}
    </div>
  );
}
