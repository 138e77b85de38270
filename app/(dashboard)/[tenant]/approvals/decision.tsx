"use client";

import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { formatAmount } from "@/lib/money";
import { approveRefundInput, type Refund, rejectRefundInput } from "@/lib/refunds/schema";
import { approveRefundAction, rejectRefundAction } from "./actions";

export interface DecisionProps {
  tenantSlug: string;
  refund: Pick<Refund, "id" | "amount" | "currency" | "approval">;
  /** Whose page this is: whoever asked for a refund does not decide on it. */
  userId: string;
}

/** The second person's two buttons, as long as nobody has decided. */
export function Decision({ tenantSlug, refund, userId }: DecisionProps) {
  if (refund.approval?.status !== "pending") return null;
  if (refund.approval.excluded_user_ids.includes(userId))
    return <p className="text-muted-foreground text-sm">You asked for it: another person has to decide.</p>;
  return (
    <div className="flex flex-wrap gap-2">
      <RejectButton tenantSlug={tenantSlug} refund={refund} />
      <ApproveButton tenantSlug={tenantSlug} refund={refund} />
    </div>
  );
}

type ButtonProps = Omit<DecisionProps, "userId">;

function ApproveButton({ tenantSlug, refund }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const amount = formatAmount(refund.amount, refund.currency);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>Approve</DialogTrigger>
      <DialogContent
        title={`Approve the refund of ${amount}?`}
        description="It goes to the provider at once, and the money back to the customer."
      >
        <ApproveForm tenantSlug={tenantSlug} refund={refund} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ApproveForm({ tenantSlug, refund, onDone }: ButtonProps & { onDone: () => void }) {
  const form = useActionForm({
    schema: approveRefundInput,
    defaultValues: { id: refund.id, comment: "" },
    action: (input, key) => approveRefundAction(tenantSlug, input, key),
    onSuccess: () => {
      onDone();
      toast.success("Refund approved");
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="comment" label="Comment" optional />
      <FormActions form={form} submitLabel="Approve refund">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}

function RejectButton({ tenantSlug, refund }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const amount = formatAmount(refund.amount, refund.currency);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="danger-outline" />}>Reject</DialogTrigger>
      <DialogContent
        title={`Reject the refund of ${amount}?`}
        description="It is called off. The payment can be refunded again later."
      >
        <RejectForm tenantSlug={tenantSlug} refund={refund} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RejectForm({ tenantSlug, refund, onDone }: ButtonProps & { onDone: () => void }) {
  const form = useActionForm({
    schema: rejectRefundInput,
    defaultValues: { id: refund.id, comment: "" },
    action: (input, key) => rejectRefundAction(tenantSlug, input, key),
    onSuccess: () => {
      onDone();
      toast.success("Refund rejected");
    },
  });
  return (
    <Form form={form}>
      <TextareaField
        control={form.control}
        name="comment"
        label="Reason"
        description="Whoever asked for the refund reads it"
      />
      <FormActions form={form} submitLabel="Reject refund" tone="danger">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}
