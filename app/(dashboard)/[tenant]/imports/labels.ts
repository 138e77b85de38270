import type { BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon-names";
import type { MemberActor } from "@/lib/actor";
import type { ImportRecord, ImportStatus } from "@/lib/imports/record";
import type { ImportResource } from "@/lib/imports/schema";
import type { Texts } from "@/lib/messages/texts";

const RESOURCES = ["payment_intents", "accounts"] as const satisfies readonly ImportResource[];

export const STATUS_LOOKS: Readonly<Record<ImportStatus, { tone: BadgeTone; icon: IconName }>> = {
  UPLOADED: { tone: "neutral", icon: "circle-dashed" },
  CHECKING: { tone: "info", icon: "clock" },
  CHECKED: { tone: "info", icon: "check" },
  RUNNING: { tone: "info", icon: "clock" },
  CANCELING: { tone: "warning", icon: "clock" },
  CANCELED: { tone: "warning", icon: "ban" },
  COMPLETED: { tone: "success", icon: "check" },
  FAILED: { tone: "danger", icon: "circle-x" },
  UNDOING: { tone: "warning", icon: "clock" },
  UNDONE: { tone: "neutral", icon: "undo-2" },
};

// The keys of the table are the statuses.
const STATUSES = Object.keys(STATUS_LOOKS) as ImportStatus[];

export const statusOptions = (t: Texts<"client.imports">) =>
  STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }));
export const resourceOptions = (t: Texts<"client.imports">) =>
  RESOURCES.map((value) => ({ value, label: t(`resources.${value}`) }));

/** What an import came to, in one line. */
export function resultLabel(t: Texts<"client.imports">, record: ImportRecord): string {
  const { status, imported_count, skipped_count, refused_count, undone_count, kept_count } = record;
  if (status === "UPLOADED") return "–";
  if (status === "UNDONE" || status === "UNDOING")
    return t("outcome.undone", { undone: undone_count, kept: kept_count });
  const isForeseen = status === "CHECKING" || status === "CHECKED";
  const counts = { imported: imported_count, skipped: skipped_count, refused: refused_count };
  return isForeseen ? t("outcome.foreseen", counts) : t("outcome.brought", counts);
}

/** Whether this person imports files at all: who looks through a view or is on a visit only reads. */
export function mayImport(actor: Pick<MemberActor, "permissions" | "view" | "visit">): boolean {
  return actor.permissions.has("payment_intents:import") && !actor.view && !actor.visit;
}
