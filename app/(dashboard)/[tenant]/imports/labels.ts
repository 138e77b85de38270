import type { BadgeTone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon-names";
import type { MemberActor } from "@/lib/actor";
import type { ImportRecord, ImportStatus, KeptRecord } from "@/lib/imports/record";
import type { ImportResource } from "@/lib/imports/schema";

export const RESOURCE_LABELS: Readonly<Record<ImportResource, string>> = {
  payment_intents: "Payment intents",
  accounts: "Accounts",
};

export const STATUS_LOOKS: Readonly<Record<ImportStatus, { label: string; tone: BadgeTone; icon: IconName }>> = {
  UPLOADED: { label: "Draft", tone: "neutral", icon: "circle-dashed" },
  CHECKING: { label: "Checking", tone: "info", icon: "clock" },
  CHECKED: { label: "Checked", tone: "info", icon: "check" },
  RUNNING: { label: "Importing", tone: "info", icon: "clock" },
  CANCELING: { label: "Stopping", tone: "warning", icon: "clock" },
  CANCELED: { label: "Stopped", tone: "warning", icon: "ban" },
  COMPLETED: { label: "Imported", tone: "success", icon: "check" },
  FAILED: { label: "Failed", tone: "danger", icon: "circle-x" },
  UNDOING: { label: "Undoing", tone: "warning", icon: "clock" },
  UNDONE: { label: "Undone", tone: "neutral", icon: "undo-2" },
};

export const STATUS_OPTIONS = Object.entries(STATUS_LOOKS).map(([value, { label }]) => ({ value, label }));
export const RESOURCE_OPTIONS = Object.entries(RESOURCE_LABELS).map(([value, label]) => ({ value, label }));

/** Why something could not be taken back. */
export const KEPT_LABELS: Readonly<Record<KeptRecord["reason"], string>> = {
  refunded: "It has a refund",
  documents: "Documents belong to it",
  moved: "The payment provider has told of it",
  changed: "It was changed since",
  payments: "Payments belong to it",
  accounts_below: "There are accounts below it",
};

const NUMBER = new Intl.NumberFormat("en");

/** "1 line", "14,938 lines". */
export function countLabel(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/** What an import came to, in one line. */
export function resultLabel(record: ImportRecord): string {
  const { status, imported_count, skipped_count, refused_count, undone_count, kept_count } = record;
  if (status === "UPLOADED") return "–";
  if (status === "UNDONE" || status === "UNDOING")
    return `${NUMBER.format(undone_count)} taken back${kept_count > 0 ? `, ${NUMBER.format(kept_count)} kept` : ""}`;
  const isForeseen = status === "CHECKING" || status === "CHECKED";
  const parts = [
    `${NUMBER.format(imported_count)} ${isForeseen ? "would be imported" : "imported"}`,
    ...(skipped_count > 0 ? [`${NUMBER.format(skipped_count)} there already`] : []),
    ...(refused_count > 0 ? [`${NUMBER.format(refused_count)} refused`] : []),
  ];
  return parts.join(", ");
}

/** Whether this person imports files at all: who looks through a view or is on a visit only reads. */
export function mayImport(actor: Pick<MemberActor, "permissions" | "view" | "visit">): boolean {
  return actor.permissions.has("payment_intents:import") && !actor.view && !actor.visit;
}
