import { statusLabel } from "@/components/ui/status-badge";
import { formatAmount } from "@/lib/money";
import type { TimelineEntry } from "@/lib/timeline";
import { changedFields } from "./audit-logs/readable-record";

export type StepKind =
  | "imported"
  | "created"
  | "processing"
  | "succeeded"
  | "failed"
  | "canceled"
  | "refunded"
  | "requested"
  | "takenBack"
  | "sent"
  | "approved"
  | "changed";

/** A step in the life of a payment or refund, in words. */
export interface Step {
  kind: StepKind;
  title: string;
  /** One line beside the title: how much, or why. */
  note: string | null;
  /** The fields whose values are worth showing, before and after. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

// Said by title and note already, or of no use to whoever reads a timeline; the audit log has them all.
const SAID = new Set([
  ...["status", "refunded_amount", "refunding_amount", "failure_reason", "pending_reason", "cancellation"],
  ...["approval_status", "approval_expires_at", "answerable_user_id", "decided_by", "decided_at", "decision_comment"],
  ...["provider", "provider_reference", "provider_amount", "confirmed_at", "submitted_at", "processed_at"],
]);

const STATUS_KINDS: Readonly<Record<string, StepKind>> = {
  PROCESSING: "processing",
  PROCESSED: "succeeded",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  CANCELED: "canceled",
  PARTIALLY_REFUNDED: "refunded",
  REFUNDED: "refunded",
};

/** What became of a refund that a second person had to agree to. */
const DECISIONS: Readonly<Record<string, Pick<Step, "kind" | "title">>> = {
  approved: { kind: "approved", title: "Approved" },
  rejected: { kind: "canceled", title: "Rejected" },
  expired: { kind: "canceled", title: "Expired without a decision" },
  withdrawn: { kind: "canceled", title: "Withdrawn" },
};

type Words = Pick<Step, "kind" | "title"> & { note?: string | null };

/** @param currency of the record's amounts */
export function stepOf(entry: TimelineEntry, currency: string): Step {
  const [before, after] = [entry.old_values ?? {}, entry.new_values ?? {}];
  const { kind, title, note } = wordsOf(entry, before, after, currency);
  const reason = after.failure_reason === before.failure_reason ? null : textOf(after.failure_reason);
  const isUpdate = entry.action === "update";
  // Audit rows hold whole records.
  const shown = changedFields(before, after).filter((name) => !SAID.has(name));
  return {
    kind,
    title,
    note: note ?? reason,
    before: isUpdate ? only(before, shown) : {},
    after: isUpdate ? only(after, shown) : {},
  };
}

function wordsOf(
  { action, operation }: TimelineEntry,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  currency: string,
): Words {
  if (action === "insert")
    return operation?.includes("import")
      ? { kind: "imported", title: "Imported" }
      : {
          kind: "created",
          title: "Created",
          note: after.approval_status === "pending" ? "waits for a second person" : null,
        };
  const grown = (name: string) => amountOf(after[name]) - amountOf(before[name]);
  const money = (amountMinor: number) => formatAmount(Math.abs(amountMinor), currency);
  const [refunded, refunding] = [grown("refunded_amount"), grown("refunding_amount")];
  const decision = after.approval_status === before.approval_status ? null : DECISIONS[String(after.approval_status)];
  if (decision) return { ...decision, note: textOf(after.decision_comment) };
  if (refunded < 0) return { kind: "takenBack", title: "Refund returned by the bank", note: money(refunded) };
  const kind = after.status === before.status ? undefined : STATUS_KINDS[String(after.status)];
  if (kind)
    return {
      kind,
      title: statusLabel(String(after.status)),
      note: refunded > 0 ? `${money(refunded)} went back` : null,
    };
  if (refunded > 0) return { kind: "refunded", title: "Refunded", note: `${money(refunded)} went back` };
  if (refunding > 0) return { kind: "requested", title: "Refund requested", note: money(refunding) };
  if (refunding < 0) return { kind: "takenBack", title: "Refund did not go through", note: money(refunding) };
  if (after.cancellation !== before.cancellation)
    return { kind: "canceled", title: `Cancellation ${after.cancellation ?? "settled"}` };
  if (after.submitted_at !== before.submitted_at) return { kind: "sent", title: "Sent to the provider" };
  if (after.provider_reference !== before.provider_reference)
    return { kind: "sent", title: "Taken on by the provider" };
  return { kind: "changed", title: "Changed" };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function amountOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function only(values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
