import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import type { Refund } from "@/lib/refunds/schema";
import { reasonLabel } from "../../refunds/labels";
import { RefundStatusBadge } from "../../refunds/refund-status-badge";

export interface RefundsCardProps {
  payment: PaymentIntent;
  refunds: readonly Refund[];
  tenantSlug: string;
  timeZone: string;
}

/** What went back of a payment and what is left of it; nothing for a payment that never had a refund. */
export function RefundsCard({ payment, refunds, tenantSlug, timeZone }: RefundsCardProps) {
  if (refunds.length === 0) return null;
  return (
    <Card title="Refunds" flush>
      <ul className="divide-y">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <Link
              href={`/${tenantSlug}/refunds/${refund.id}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface-muted"
            >
              <Money amountMinor={refund.amount} currency={refund.currency} />
              <RefundStatusBadge refund={refund} />
              <span className="text-muted-foreground text-sm">{reasonLabel(refund.reason)}</span>
              <span className="ml-auto text-muted-foreground text-sm">
                {refund.requested_by?.name} · <Timestamp value={refund.created_at} timeZone={timeZone} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6 gap-y-1 border-t px-4 py-2.5 text-muted-foreground text-sm">
        <span>
          Refunded <Money amountMinor={payment.refunded_amount} currency={payment.currency} />
        </span>
        <span>
          Left to refund <Money amountMinor={payment.refundable_amount} currency={payment.currency} />
        </span>
      </p>
    </Card>
  );
}
