"use client";

import { useState } from "react";
import { CheckboxGroupField } from "@/components/form/choice-fields";
import { DateTimeField } from "@/components/form/date-time-field";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { type ResentWebhooks, resendWebhooksInput } from "@/lib/webhook-endpoints/delivery-schema";
import { resendWindowAction } from "../actions";

export interface ResendDialogProps {
  tenantSlug: string;
  endpointId: string;
  timeZone: string;
  /** The day that ended when the page was made. */
  from: string;
  to: string;
}

const STATUSES = [
  {
    options: [
      { value: "failed", label: "Failed" },
      { value: "held", label: "Held while the endpoint was off" },
      { value: "succeeded", label: "Received", hint: "Your receiver tells by the id that it has had them" },
    ],
  },
];

/** Sends again what the endpoint missed in a window of time. */
export function ResendDialog({ tenantSlug, endpointId, timeZone, from, to }: ResendDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const form = useActionForm({
    schema: resendWebhooksInput,
    defaultValues: { id: endpointId, created_from: from, created_to: to, statuses: ["failed", "held"] },
    action: (input) => resendWindowAction(tenantSlug, input),
    onSuccess: (result) => {
      setIsOpen(false);
      toast.success(resentText(result));
    },
  });
  return (
    <Dialog open={isOpen} onOpenChange={(next) => !form.isSubmitting && setIsOpen(next)}>
      <DialogTrigger render={<Button />}>Send again…</DialogTrigger>
      <DialogContent title="Send again" description="Deliveries of a window of time, with the same ids and bodies.">
        <Form form={form}>
          <FormRow>
            <DateTimeField control={form.control} name="created_from" label="From" timeZone={timeZone} />
            <DateTimeField control={form.control} name="created_to" label="Until" timeZone={timeZone} />
          </FormRow>
          <CheckboxGroupField control={form.control} name="statuses" label="Which" groups={STATUSES} />
          <FormActions form={form} submitLabel="Send again">
            <DialogClose render={<Button disabled={form.isSubmitting} />}>Cancel</DialogClose>
          </FormActions>
        </Form>
      </DialogContent>
    </Dialog>
  );
}

function resentText({ resent, has_more }: ResentWebhooks): string {
  if (resent === 0) return "There was nothing to send again";
  const count = resent === 1 ? "1 delivery is" : `${resent.toLocaleString("en")} deliveries are`;
  return `${count} on the way${has_more ? ". There are more: send again to go on" : ""}`;
}
