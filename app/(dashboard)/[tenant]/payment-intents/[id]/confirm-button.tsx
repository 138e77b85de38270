"use client";

import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
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
  if (payment.status !== "INITIALIZED" || payment.amount === 0) return null;
  const charge = formatAmount(
    payment.processing_amount ?? payment.amount,
    payment.processing_currency ?? payment.currency,
  );
  const description = `${providerLabel(collector.provider)} will collect ${charge}. The result shows here as soon as it is known.`;
  if (collector.needsPaymentMethod)
    return <MethodDialog tenantSlug={tenantSlug} id={payment.id} description={description} />;
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">Confirm payment</Button>}
      title="Confirm this payment?"
      description={description}
      confirmLabel="Confirm payment"
      tone="primary"
      action={() => confirmPaymentIntentAction(tenantSlug, { id: payment.id, payment_method: null })}
      onSuccess={sent}
    />
  );
}

function sent(): void {
  toast.success("Payment confirmed: the provider is collecting it");
}

function MethodDialog(props: { tenantSlug: string; id: string; description: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>Confirm payment</DialogTrigger>
      <DialogContent title="Confirm this payment" description={props.description}>
        <MethodForm {...props} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function MethodForm({ tenantSlug, id, onDone }: { tenantSlug: string; id: string; onDone: () => void }) {
  const form = useActionForm({
    schema: confirmPaymentIntentInput,
    defaultValues: { id, payment_method: "" },
    action: (input) => confirmPaymentIntentAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      sent();
    },
  });
  return (
    <Form form={form}>
      <TextField
        control={form.control}
        name="payment_method"
        label="Payment method"
        description="The provider’s token of the card or account, such as pm_…"
      />
      <FormActions form={form} submitLabel="Confirm payment">
        <DialogClose render={<Button />}>Not now</DialogClose>
      </FormActions>
    </Form>
  );
}
