import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { impliedRate } from "@/lib/money";
import type { PaymentIntent } from "@/lib/payment-intents/schema";

/** What was billed and what the provider moved, side by side with the rate between them; and how much of it went back. */
export function MoneyCard({ payment }: { payment: PaymentIntent }) {
  const t = useTranslations("server.payments.money");
  const sides = [
    {
      label: t("billing"),
      hint: t("billingHelp"),
      amount: payment.billing_amount,
      currency: payment.billing_currency,
    },
    {
      label: t("processing"),
      hint: t("processingHelp"),
      amount: payment.processing_amount,
      currency: payment.processing_currency,
    },
  ];
  return (
    <Card flush>
      <dl className="grid divide-y sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        {sides.map(({ label, hint, amount, currency }) => (
          <div key={label} className="px-4 py-3.5">
            <dt>
              {label} <span className="text-muted-foreground text-xs">· {hint}</span>
            </dt>
            <dd className="mt-1 font-semibold text-xl tracking-tight">
              <Money amountMinor={amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <Rate payment={payment} />
      <RefundBar payment={payment} />
    </Card>
  );
}

/** The rate that the two amounts come to; nothing where there is only one, or one currency. */
function Rate({ payment }: { payment: PaymentIntent }) {
  const t = useTranslations("server.payments.money");
  const { billing_amount, billing_currency, processing_amount, processing_currency } = payment;
  if (billing_amount === null || processing_amount === null || !billing_currency || !processing_currency) return null;
  if (billing_currency === processing_currency) return null;
  const rate = impliedRate(
    { amountMinor: billing_amount, currency: billing_currency },
    { amountMinor: processing_amount, currency: processing_currency },
  );
  if (!rate) return null;
  return (
    <p className="border-t px-4 py-2.5 text-muted-foreground text-sm">
      {t.rich("rate", {
        from: billing_currency,
        to: processing_currency,
        value: rate,
        rate: (chunks) => <span className="whitespace-nowrap font-medium text-foreground tabular-nums">{chunks}</span>,
      })}
    </p>
  );
}

/** How much went back, is on its way back, and is left; nothing for a payment of which nothing can go back. */
function RefundBar({ payment }: { payment: PaymentIntent }) {
  const t = useTranslations("server.payments.money");
  const { amount, currency, refunded_amount: refunded, refundable_amount: left } = payment;
  if (amount === 0 || (refunded === 0 && left === 0)) return null;
  // Without anything left to refund nothing says how much of the rest is on its way.
  const underway = left > 0 ? amount - refunded - left : 0;
  const parts = [
    { label: t("refunded"), amount: refunded, className: "bg-warning-text" },
    { label: t("underway"), amount: underway, className: "bg-info-text" },
    { label: t("left"), amount: left, className: "bg-success-text/60" },
  ].filter((part) => part.amount > 0);
  return (
    <div className="border-t px-4 py-3">
      <div className="flex h-1.5 overflow-hidden rounded-full bg-neutral-subtle" aria-hidden>
        {parts.map((part) => (
          <span key={part.label} className={part.className} style={{ width: `${(part.amount / amount) * 100}%` }} />
        ))}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.map((part) => (
          <div key={part.label} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${part.className}`} />
            <dt className="text-muted-foreground">{part.label}</dt>
            <dd>
              <Money amountMinor={part.amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
