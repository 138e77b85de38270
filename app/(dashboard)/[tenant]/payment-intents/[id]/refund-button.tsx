"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { formatAmount } from "@/lib/money";
import type { PaymentIntent } from "@/lib/payment-intents/schema";

export interface RefundButtonProps {
  tenantSlug: string;
  payment: Pick<PaymentIntent, "id" | "currency" | "refundable_amount">;
}

/** Asks for a refund, as long as something is left of the payment. */
export function RefundButton(props: RefundButtonProps) {
  const t = useTranslations("client.payments.refund");
  const locale = useLocale();
  const { refundable_amount, currency } = props.payment;
  if (refundable_amount === 0) return null;
  return (
    <LazyDialog
      trigger={<Button variant="primary">{t("refund")}</Button>}
      title={t("title")}
      description={t("help", { amount: formatAmount(refundable_amount, currency, locale) })}
      load={() => import("./refund-form")}
    >
      {({ RefundForm }, close) => <RefundForm {...props} onDone={close} />}
    </LazyDialog>
  );
}
