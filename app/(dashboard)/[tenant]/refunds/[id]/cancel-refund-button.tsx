"use client";

import { useLocale, useTranslations } from "next-intl";
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
  const t = useTranslations("client.refunds.cancel");
  const locale = useLocale();
  if (refund.status !== "PENDING" || refund.submitted_at) return null;
  return (
    <ConfirmDialog
      trigger={<Button variant="danger-outline">{t("label")}</Button>}
      title={t("title")}
      description={t("help", { amount: formatAmount(refund.amount, refund.currency, locale) })}
      confirmLabel={t("label")}
      action={() => cancelRefundAction(tenantSlug, { id: refund.id })}
      onSuccess={() => toast.success(t("done"))}
    />
  );
}
