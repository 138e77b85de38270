import Link from "next/link";
import { useTranslations } from "next-intl";
import { shortId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { Timestamp } from "@/components/ui/timestamp";
import type { Refund } from "@/lib/refunds/schema";
import { reasonLabel } from "../refunds/labels";
import { Decision } from "./decision";

export interface WaitingRefundProps {
  tenantSlug: string;
  refund: Refund;
  userId: string;
  timeZone: string;
}

/** One refund of the queue: what a second person needs in order to decide, and the two buttons. */
export function WaitingRefund({ tenantSlug, refund, userId, timeZone }: WaitingRefundProps) {
  const t = useTranslations("server.approvals.refund");
  const labels = useTranslations("client.refunds");
  const { payment_intent: payment, account, approval } = refund;
  const why = [reasonLabel(labels, refund.reason), refund.comment].filter(Boolean).join(": ");
  const reference = payment.reference ?? shortId(payment.id);
  const asked = {
    account: account.name,
    time: () => <Timestamp value={refund.created_at} timeZone={timeZone} />,
  };
  return (
    <article
      aria-label={t("label", { payment: reference })}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold text-base">
          {t.rich("heading", {
            amount: () => (
              <Link href={`/${tenantSlug}/refunds/${refund.id}`} className="hover:underline">
                <Money amountMinor={refund.amount} currency={refund.currency} />
              </Link>
            ),
            of: (chunks) => <span className="font-normal text-muted-foreground">{chunks}</span>,
            payment: () => (
              <Link
                href={`/${tenantSlug}/payment-intents/${payment.id}`}
                className="font-normal text-accent hover:underline"
              >
                {reference}
              </Link>
            ),
          })}
        </h2>
        <p className="text-muted-foreground text-sm">
          {refund.requested_by
            ? t.rich("asked", { ...asked, name: refund.requested_by.name })
            : t.rich("askedBySystem", asked)}
        </p>
        {why && <p className="mt-1 whitespace-pre-line break-words text-sm">{why}</p>}
        {approval && (
          <p className="mt-1 text-muted-foreground text-xs">
            {t.rich("expires", { time: () => <Timestamp value={approval.expires_at} timeZone={timeZone} zoneShown /> })}
          </p>
        )}
      </div>
      <Decision tenantSlug={tenantSlug} refund={refund} userId={userId} />
    </article>
  );
}
