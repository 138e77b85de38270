import type { BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon-names";
import type { ExportState, ListExport } from "@/lib/exports/schema";
import type { Texts } from "@/lib/messages/texts";

export const STATE_LOOKS: Readonly<Record<ExportState, { tone: BadgeTone; icon: IconName }>> = {
  QUEUED: { tone: "info", icon: "clock" },
  RUNNING: { tone: "info", icon: "clock" },
  COMPLETED: { tone: "success", icon: "check" },
  FAILED: { tone: "danger", icon: "circle-x" },
  CANCELED: { tone: "neutral", icon: "ban" },
  EXPIRED: { tone: "neutral", icon: "circle-dashed" },
};

// The keys of the table are the states.
const STATES = Object.keys(STATE_LOOKS) as ExportState[];

export const stateOptions = (t: Texts<"client.exports">) =>
  STATES.map((value) => ({ value, label: t(`states.${value}`) }));

export const FORMAT_LABELS: Readonly<Record<ListExport["format"], string>> = { csv: "CSV", jsonl: "JSON lines" };

/** True while a job waits or works. */
export const isUnderWay = ({ state }: Pick<ListExport, "state">) => state === "QUEUED" || state === "RUNNING";

/** "1 row", "10,000 rows". */
export function rowsLabel(t: Texts<"client.exports">, count: number): string {
  return t("rows.exact", { count });
}

/** Address of an export's file, to be saved. */
export function fileHref(tenantSlug: string, id: string): string {
  return `/api/dashboard/${tenantSlug}/export/file?id=${id}`;
}
