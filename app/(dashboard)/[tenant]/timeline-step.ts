import { statusLabel } from "@/components/ui/status-badge";
import { type Locale, numbersOf } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
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
const DECISIONS = {
  approved: "approved",
  rejected: "canceled",
  expired: "canceled",
  withdrawn: "canceled",
} as const satisfies Record<string, StepKind>;

const isDecision = (status: string): status is keyof typeof DECISIONS => Object.hasOwn(DECISIONS, status);

/** What steps are put into words with. */
export interface StepTexts {
  t: Texts<"server.detail.step">;
  /** Of `useSentence`. */
  sentence: (english: string) => string;
  /** The page's language, in whose way amounts are written. */
  locale: Locale;
}

type Words = Pick<Step, "kind" | "title"> & { note?: string | null };

/** @param currency of the record's amounts */
export function stepOf(texts: StepTexts, entry: TimelineEntry, currency: string): Step {
  const [before, after] = [entry.old_values ?? {}, entry.new_values ?? {}];
  const { kind, title, note } = wordsOf(texts, entry, before, after, currency);
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
  { t, sentence, locale }: StepTexts,
  { action, operation }: TimelineEntry,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  currency: string,
): Words {
  if (action === "insert")
    return operation?.includes("import")
      ? { kind: "imported", title: t("imported") }
      : {
          kind: "created",
          title: t("created"),
          note: after.approval_status === "pending" ? t("waitsForSecond") : null,
        };
  const grown = (name: string) => amountOf(after[name]) - amountOf(before[name]);
  const money = (amountMinor: number) => formatAmount(Math.abs(amountMinor), currency, numbersOf(locale));
  const [refunded, refunding] = [grown("refunded_amount"), grown("refunding_amount")];
  const approval = String(after.approval_status);
  if (after.approval_status !== before.approval_status && isDecision(approval))
    return { kind: DECISIONS[approval], title: t(approval), note: textOf(after.decision_comment) };
  if (refunded < 0) return { kind: "takenBack", title: t("returned"), note: money(refunded) };
  const kind = after.status === before.status ? undefined : STATUS_KINDS[String(after.status)];
  if (kind)
    return {
      kind,
      title: sentence(statusLabel(String(after.status))),
      note: refunded > 0 ? t("wentBack", { amount: money(refunded) }) : null,
    };
  if (refunded > 0) return { kind: "refunded", title: t("refunded"), note: t("wentBack", { amount: money(refunded) }) };
  if (refunding > 0) return { kind: "requested", title: t("refundRequested"), note: money(refunding) };
  if (refunding < 0) return { kind: "takenBack", title: t("refundFailed"), note: money(refunding) };
  if (after.cancellation !== before.cancellation)
    return { kind: "canceled", title: t(`cancellation.${stateOf(after.cancellation)}`) };
  if (after.submitted_at !== before.submitted_at) return { kind: "sent", title: t("sent") };
  if (after.provider_reference !== before.provider_reference) return { kind: "sent", title: t("takenOn") };
  return { kind: "changed", title: t("changed") };
}

/** How a cancellation stands; one that is there no more is settled. */
function stateOf(cancellation: unknown) {
  return cancellation === "requested" || cancellation === "refused" ? cancellation : "settled";
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
