"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Texts } from "@/lib/messages/texts";
import { formatAmount } from "@/lib/money";
import { confirmPaymentIntentInput, type PaymentIntent } from "@/lib/payment-intents/schema";
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
      onSuccess={() => sent(t)}
    />
  );
}

function sent(t: Texts<"client.payments">): void {
  toast.success(t("confirm.done"));
}

function MethodDialog(props: { tenantSlug: string; id: string; description: string }) {
  const t = useTranslations("client.payments");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>{t("confirmPayment")}</DialogTrigger>
      <DialogContent title={t("confirm.title")} description={props.description}>
        <MethodForm {...props} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function MethodForm({ tenantSlug, id, onDone }: { tenantSlug: string; id: string; onDone: () => void }) {
  const t = useTranslations("client.payments");
  const form = useActionForm({
    schema: confirmPaymentIntentInput,
    defaultValues: { id, payment_method: "" },
    action: (input) => confirmPaymentIntentAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      sent(t);
    },
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="payment_method" label={t("method")} description={t("methodHelp")} />
      <FormActions form={form} submitLabel={t("confirmPayment")}>
        <DialogClose render={<Button />}>{t("confirm.notNow")}</DialogClose>
      </FormActions>
    </Form>
  );
}
