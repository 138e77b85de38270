"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { toast } from "@/components/ui/toast";
import { formatAmount } from "@/lib/money";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { confirmPaymentIntentAction } from "../actions";
import { providerLabel } from "../statuses";

export interface ConfirmButtonProps {
  tenantSlug: string;
  payment: Pick<PaymentIntent, "id" | "status"> & Charge;
  collector: Collector;
}

interface Charge {
  amount: number;
  currency: string;
  processing_amount: number | null;
  processing_currency: string | null;
}

interface Collector {
  provider: NonNullable<PaymentIntent["provider"]>;
  needsPaymentMethod: boolean;
}

/** Has the payment collected, as long as nobody has. */
export function ConfirmButton({ tenantSlug, payment, collector }: ConfirmButtonProps) {
  const t = useTranslations("client.payments");
  const locale = useLocale();
  if (payment.status !== "INITIALIZED" || payment.amount === 0) return null;
  const amount = formatAmount(
    payment.processing_amount ?? payment.amount,
    payment.processing_currency ?? payment.currency,
    locale,
  );
  const description = t("confirm.help", { provider: providerLabel(t, collector.provider), amount });
  if (collector.needsPaymentMethod)
    return <MethodDialog tenantSlug={tenantSlug} id={payment.id} description={description} />;
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t("confirmPayment")}</Button>}
      title={t("confirm.question")}
      description={description}
      confirmLabel={t("confirmPayment")}
      tone="primary"
      action={() => confirmPaymentIntentAction(tenantSlug, { id: payment.id, payment_method: null })}
      onSuccess={() => toast.success(t("confirm.done"))}
    />
  );
}

function MethodDialog(props: { tenantSlug: string; id: string; description: string }) {
  const t = useTranslations("client.payments");
  return (
    <LazyDialog
      trigger={<Button variant="primary">{t("confirmPayment")}</Button>}
      title={t("confirm.title")}
      description={props.description}
      load={() => import("./method-form")}
    >
      {({ MethodForm }, close) => <MethodForm tenantSlug={props.tenantSlug} id={props.id} onDone={close} />}
    </LazyDialog>
  );
}
