"use client";

import { useLocale, useTranslations } from "next-intl";
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
  const t = useTranslations("client.approvals");
  if (refund.approval?.status !== "pending") return null;
  if (refund.approval.excluded_user_ids.includes(userId))
    return <p className="text-muted-foreground text-sm">{t("own")}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      <RejectButton tenantSlug={tenantSlug} refund={refund} />
      <ApproveButton tenantSlug={tenantSlug} refund={refund} />
    </div>
  );
}

type ButtonProps = Omit<DecisionProps, "userId">;

function ApproveButton({ tenantSlug, refund }: ButtonProps) {
  const t = useTranslations("client.approvals.approve");
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const amount = formatAmount(refund.amount, refund.currency, locale);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>{t("label")}</DialogTrigger>
      <DialogContent title={t("title", { amount })} description={t("help")}>
        <ApproveForm tenantSlug={tenantSlug} refund={refund} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ApproveForm({ tenantSlug, refund, onDone }: ButtonProps & { onDone: () => void }) {
  const t = useTranslations("client.approvals");
  const form = useActionForm({
    schema: approveRefundInput,
    defaultValues: { id: refund.id, comment: "" },
    action: (input, key) => approveRefundAction(tenantSlug, input, key),
    onSuccess: () => {
      onDone();
      toast.success(t("approve.done"));
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="comment" label={t("comment")} optional />
      <FormActions form={form} submitLabel={t("approve.submit")}>
        <DialogClose render={<Button />}>{t("back")}</DialogClose>
      </FormActions>
    </Form>
  );
}

function RejectButton({ tenantSlug, refund }: ButtonProps) {
  const t = useTranslations("client.approvals.reject");
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const amount = formatAmount(refund.amount, refund.currency, locale);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="danger-outline" />}>{t("label")}</DialogTrigger>
      <DialogContent title={t("title", { amount })} description={t("help")}>
        <RejectForm tenantSlug={tenantSlug} refund={refund} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RejectForm({ tenantSlug, refund, onDone }: ButtonProps & { onDone: () => void }) {
  const t = useTranslations("client.approvals");
  const form = useActionForm({
    schema: rejectRefundInput,
    defaultValues: { id: refund.id, comment: "" },
    action: (input, key) => rejectRefundAction(tenantSlug, input, key),
    onSuccess: () => {
      onDone();
      toast.success(t("reject.done"));
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="comment" label={t("reason")} description={t("reject.reasonHelp")} />
      <FormActions form={form} submitLabel={t("reject.submit")} tone="danger">
        <DialogClose render={<Button />}>{t("back")}</DialogClose>
      </FormActions>
    </Form>
  );
}
