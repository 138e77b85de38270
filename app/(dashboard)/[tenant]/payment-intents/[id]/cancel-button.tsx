"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { formatAmount } from "@/lib/money";
import { mayBecome } from "@/lib/payment-intents/lifecycle";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { cancelPaymentIntentAction } from "../actions";

export interface CancelButtonProps {
  tenantSlug: string;
  payment: Pick<PaymentIntent, "id" | "status" | "amount" | "currency">;
}

/** Cancels, as long as the payment's status lets it be canceled. */
export function CancelButton({ tenantSlug, payment }: CancelButtonProps) {
  const t = useTranslations("client.payments");
  const locale = useLocale();
  if (!mayBecome(payment.status, "CANCELED")) return null;
  return (
    <ConfirmDialog
      trigger={<Button variant="danger-outline">{t("cancelPayment")}</Button>}
      title={t("cancel.title")}
      description={t("cancel.help", { amount: formatAmount(payment.amount, payment.currency, locale) })}
      confirmLabel={t("cancelPayment")}
      action={() => cancelPaymentIntentAction(tenantSlug, { id: payment.id })}
      onSuccess={() => toast.success(t("cancel.done"))}
    />
  );
}
