import { StatusBadge } from "@/components/ui/status-badge";
import type { Refund } from "@/lib/refunds/schema";

/** A refund's status; one that waits for a person looks unlike one that waits for the provider. */
export function RefundStatusBadge({ refund }: { refund: Pick<Refund, "status" | "pending_reason"> }) {
  return <StatusBadge status={refund.pending_reason === "awaiting_approval" ? "AWAITING_APPROVAL" : refund.status} />;
}
