"use client";

import { OctagonPause } from "lucide-react";
import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Timestamp } from "@/components/ui/timestamp";
import { toast } from "@/components/ui/toast";
import { createRefundStopInput } from "@/lib/refund-stops/schema";
import type { RefundAlerts } from "@/lib/refunds/queries";
import { createRefundStopAction, liftRefundStopAction } from "./actions";

/** Stops all refunds of the tenant, with a reason that everybody reads. */
export function StopRefundsButton({ tenantSlug }: { tenantSlug: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="danger-outline" />}>
        <OctagonPause aria-hidden />
        Stop refunds
      </DialogTrigger>
      <DialogContent
        title="Stop all refunds?"
        description="From the next click or request on nobody makes or approves a refund, neither here nor by the API, until somebody lets them go on. Refunds that are with the provider already are not called back."
      >
        <StopForm tenantSlug={tenantSlug} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function StopForm({ tenantSlug, onDone }: { tenantSlug: string; onDone: () => void }) {
  const form = useActionForm({
    schema: createRefundStopInput,
    defaultValues: { reason: "" },
    action: (input) => createRefundStopAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      toast.success("Refunds are stopped");
    },
  });
  return (
    <Form form={form}>
      <TextareaField
        control={form.control}
        name="reason"
        label="Reason"
        description="Everybody who may see refunds reads it on every page"
      />
      <FormActions form={form} submitLabel="Stop refunds" tone="danger">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}

export interface RefundStopBannerProps {
  tenantSlug: string;
  stop: NonNullable<RefundAlerts["stop"]>;
  timeZone: string;
  mayLift: boolean;
}

/** Says on every page that refunds are stopped, why and by whom. */
export function RefundStopBanner({ tenantSlug, stop, timeZone, mayLift }: RefundStopBannerProps) {
  return (
    <Alert tone="danger" title="Refunds are stopped" className="mb-4">
      <p className="whitespace-pre-line break-words">{stop.reason}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-xs">
        <span>
          {stop.stopped_by_name ?? "Background work"} · <Timestamp value={stop.created_at} timeZone={timeZone} />
        </span>
        {mayLift && (
          <ConfirmDialog
            trigger={<Button size="sm">Let refunds go on</Button>}
            title="Let refunds go on?"
            description="New refunds are made and approved again, within the limits of the settings."
            confirmLabel="Let refunds go on"
            tone="primary"
            action={() => liftRefundStopAction(tenantSlug, { id: stop.id })}
            onSuccess={() => toast.success("Refunds go on")}
          />
        )}
      </div>
    </Alert>
  );
}
