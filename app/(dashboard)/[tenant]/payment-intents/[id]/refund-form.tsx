"use client";

import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-fields";
import { Form, FormActions } from "@/components/form/form";
import { MoneyField } from "@/components/form/money-field";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { formatAmount } from "@/lib/money";
import { createRefundInput } from "@/lib/refunds/schema";
import { createRefundAction } from "../../refunds/actions";
import { reasonOptions } from "../../refunds/labels";
import type { RefundButtonProps } from "./refund-button";

/** How much of a payment goes back, and why. */
export function RefundForm({ tenantSlug, payment, onDone }: RefundButtonProps & { onDone: () => void }) {
  const t = useTranslations("client.payments");
  const reasons = useTranslations("client.refunds");
  const locale = useLocale();
  const form = useActionForm({
    schema: createRefundInput,
    defaultValues: {
      payment_intent_id: payment.id,
      amount: payment.refundable_amount,
      reason: "requested_by_customer",
      comment: "",
    },
    action: (input, key) => createRefundAction(tenantSlug, input, key),
    onSuccess: (made) => {
      onDone();
      const amount = formatAmount(made.amount, made.currency, locale);
      toast.success(t(made.approval ? "refund.waits" : "refund.done", { amount }));
    },
  });
  return (
    <Form form={form}>
      <MoneyField control={form.control} name="amount" label={t("amount")} currency={payment.currency} />
      <WhatIsLeft amount={form.methods.watch("amount")} payment={payment} />
      <SelectField control={form.control} name="reason" label={t("refund.reason")} options={reasonOptions(reasons)} />
      <TextareaField
        control={form.control}
        name="comment"
        label={t("refund.comment")}
        description={t("refund.commentHelp")}
        optional
      />
      <FormActions form={form} submitLabel={t("refund.refund")}>
        <DialogClose render={<Button />}>{t("back")}</DialogClose>
      </FormActions>
    </Form>
  );
}

/** While somebody types: what would still be refundable after this refund, or by how much it is too much. */
function WhatIsLeft({ amount, payment }: { amount: unknown; payment: RefundButtonProps["payment"] }) {
  const t = useTranslations("client.payments.refund");
  const locale = useLocale();
  const { refundable_amount: refundable, currency } = payment;
  const isAmount = typeof amount === "number" && Number.isSafeInteger(amount) && amount >= 0;
  const left = refundable - (isAmount ? amount : 0);
  const text =
    left < 0
      ? t("tooMuch", { amount: formatAmount(-left, currency, locale) })
      : left === 0
        ? t("nothingLeft")
        : t("left", { amount: formatAmount(left, currency, locale) });
  const share = refundable === 0 ? 0 : Math.min(Math.max(1 - left / refundable, 0), 1) * 100;
  return (
    <div className="-mt-2 flex flex-col gap-1.5 text-xs">
      <div className="h-1.5 overflow-hidden rounded-full bg-neutral-subtle" aria-hidden>
        <div className={left < 0 ? "h-full bg-danger" : "h-full bg-primary"} style={{ width: `${share}%` }} />
      </div>
      <p aria-live="polite" className={left < 0 ? "text-danger-text" : "text-muted-foreground"}>
        {text}
      </p>
    </div>
  );
}
