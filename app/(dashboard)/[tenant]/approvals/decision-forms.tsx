"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { approveRefundInput, rejectRefundInput } from "@/lib/refunds/schema";
import { approveRefundAction, rejectRefundAction } from "./actions";
import type { DecisionProps } from "./decision";

interface FormProps extends Omit<DecisionProps, "userId"> {
  onDone: () => void;
}

/** Approves, with a comment if there is something to say. */
export function ApproveForm({ tenantSlug, refund, onDone }: FormProps) {
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

/** Rejects, and says why. */
export function RejectForm({ tenantSlug, refund, onDone }: FormProps) {
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
