import type { BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon-names";
import type { ExportState, ListExport } from "@/lib/exports/schema";

export const STATE_LOOKS: Readonly<Record<ExportState, { label: string; tone: BadgeTone; icon: IconName }>> = {
  QUEUED: { label: "Waiting", tone: "info", icon: "clock" },
  RUNNING: { label: "Being written", tone: "info", icon: "clock" },
  COMPLETED: { label: "Ready", tone: "success", icon: "check" },
  FAILED: { label: "Failed", tone: "danger", icon: "circle-x" },
  CANCELED: { label: "Canceled", tone: "neutral", icon: "ban" },
  EXPIRED: { label: "Expired", tone: "neutral", icon: "circle-dashed" },
};

export const STATE_OPTIONS = Object.entries(STATE_LOOKS).map(([value, { label }]) => ({ value, label }));

export const FORMAT_LABELS: Readonly<Record<ListExport["format"], string>> = { csv: "CSV", jsonl: "JSON lines" };

/** True while a job waits or works. */
export const isUnderWay = ({ state }: Pick<ListExport, "state">) => state === "QUEUED" || state === "RUNNING";

const NUMBER = new Intl.NumberFormat("en");

/** "1 row", "More than 10,000 rows". */
export function rowsLabel(count: number, isCapped = false): string {
  return `${isCapped ? "More than " : ""}${NUMBER.format(count)} ${count === 1 ? "row" : "rows"}`;
}

/** Address of an export's file, to be saved. */
export function fileHref(tenantSlug: string, id: string): string {
  return `/api/dashboard/${tenantSlug}/export/file?id=${id}`;
}
