import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Refund } from "@/lib/refunds/schema";
import { reasonLabel } from "../../refunds/labels";
import { RefundStatusBadge } from "../../refunds/refund-status-badge";

export interface RefundsCardProps {
  refunds: readonly Refund[];
  tenantSlug: string;
  timeZone: string;
}

/** The refunds of a payment; nothing for a payment that never had a refund. */
export function RefundsCard({ refunds, tenantSlug, timeZone }: RefundsCardProps) {
  const t = useTranslations("server.payments");
  const labels = useTranslations("client.refunds");
  if (refunds.length === 0) return null;
  return (
    <Card title={t("refunds")} flush>
      <ul className="divide-y">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <Link
              href={`/${tenantSlug}/refunds/${refund.id}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface-muted"
            >
              <Money amountMinor={refund.amount} currency={refund.currency} />
              <RefundStatusBadge refund={refund} />
              <span className="text-muted-foreground text-sm">{reasonLabel(labels, refund.reason)}</span>
              <span className="ms-auto text-muted-foreground text-sm">
                {refund.requested_by?.name} · <Timestamp value={refund.created_at} timeZone={timeZone} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
