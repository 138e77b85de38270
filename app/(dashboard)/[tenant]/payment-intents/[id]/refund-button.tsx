"use client";

import { useState } from "react";
import { toast } from "sonner";
import { SelectField } from "@/components/form/choice-fields";
import { Form, FormActions } from "@/components/form/form";
import { MoneyField } from "@/components/form/money-field";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { formatAmount } from "@/lib/money";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { createRefundInput } from "@/lib/refunds/schema";
import { createRefundAction } from "../../refunds/actions";
import { REASON_OPTIONS } from "../../refunds/labels";

export interface RefundButtonProps {
  tenantSlug: string;
  payment: Pick<PaymentIntent, "id" | "currency" | "refundable_amount">;
}

/** Asks for a refund, as long as something is left of the payment. */
export function RefundButton({ tenantSlug, payment }: RefundButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (payment.refundable_amount === 0) return null;
  const left = formatAmount(payment.refundable_amount, payment.currency);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>Refund</DialogTrigger>
      <DialogContent title="Refund this payment" description={`${left} can be refunded.`}>
        <RefundForm tenantSlug={tenantSlug} payment={payment} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RefundForm({ tenantSlug, payment, onDone }: RefundButtonProps & { onDone: () => void }) {
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
      const amount = formatAmount(made.amount, made.currency);
      toast.success(
        made.approval ? `Refund of ${amount} waits for a second person` : `Refund of ${amount} is on its way`,
      );
    },
  });
  return (
    <Form form={form}>
      <MoneyField control={form.control} name="amount" label="Amount" currency={payment.currency} />
      <SelectField control={form.control} name="reason" label="Reason" options={REASON_OPTIONS} />
      <TextareaField
        control={form.control}
        name="comment"
        label="Comment"
        description="For your colleagues; the customer does not see it"
        optional
      />
      <FormActions form={form} submitLabel="Refund">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}
