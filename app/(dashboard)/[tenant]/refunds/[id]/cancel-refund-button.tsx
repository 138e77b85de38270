"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { formatAmount } from "@/lib/money";
import type { Refund } from "@/lib/refunds/schema";
import { cancelRefundAction } from "../actions";

export interface CancelRefundButtonProps {
  tenantSlug: string;
  refund: Pick<Refund, "id" | "status" | "submitted_at" | "amount" | "currency">;
}

/** Calls a refund off, as long as it has not been handed to the provider. */
export function CancelRefundButton({ tenantSlug, refund }: CancelRefundButtonProps) {
  if (refund.status !== "PENDING" || refund.submitted_at) return null;
  return (
    <ConfirmDialog
      trigger={<Button variant="danger-outline">Cancel refund</Button>}
      title="Cancel this refund?"
      description={`${formatAmount(refund.amount, refund.currency)} will not go back to the customer. You can refund the payment again later.`}
      confirmLabel="Cancel refund"
      action={() => cancelRefundAction(tenantSlug, { id: refund.id })}
      onSuccess={() => toast.success("Refund canceled")}
    />
  );
}
