"use client";

import { OctagonPause } from "lucide-react";
import { useTranslations } from "next-intl";
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
  const t = useTranslations("client.approvals.stop");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="danger-outline" />}>
        <OctagonPause aria-hidden />
        {t("label")}
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("help")}>
        <StopForm tenantSlug={tenantSlug} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function StopForm({ tenantSlug, onDone }: { tenantSlug: string; onDone: () => void }) {
  const t = useTranslations("client.approvals");
  const form = useActionForm({
    schema: createRefundStopInput,
    defaultValues: { reason: "" },
    action: (input) => createRefundStopAction(tenantSlug, input),
    onSuccess: () => {
      onDone();
      toast.success(t("stop.done"));
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label={t("reason")} description={t("stop.reasonHelp")} />
      <FormActions form={form} submitLabel={t("stop.label")} tone="danger">
        <DialogClose render={<Button />}>{t("back")}</DialogClose>
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
  const t = useTranslations("client.approvals");
  return (
    <Alert tone="danger" title={t("stop.done")} className="mb-4">
      <p className="whitespace-pre-line break-words">{stop.reason}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-xs">
        <span>
          {stop.stopped_by_name ?? t("stop.system")} · <Timestamp value={stop.created_at} timeZone={timeZone} />
        </span>
        {mayLift && (
          <ConfirmDialog
            trigger={<Button size="sm">{t("lift.label")}</Button>}
            title={t("lift.title")}
            description={t("lift.help")}
            confirmLabel={t("lift.label")}
            tone="primary"
            action={() => liftRefundStopAction(tenantSlug, { id: stop.id })}
            onSuccess={() => toast.success(t("lift.done"))}
          />
        )}
      </div>
    </Alert>
  );
}
