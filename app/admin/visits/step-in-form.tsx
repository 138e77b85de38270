"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { LONGEST_VISIT_MINUTES, startVisitInput } from "@/lib/visits/schema";
import { startVisitAction } from "./actions";

interface StepInFormProps {
  tenantId: string;
  next: string | null;
  onDone: () => void;
}

export function StepInForm({ tenantId, next, onDone }: StepInFormProps) {
  const t = useTranslations("client.platform");
  const router = useRouter();
  const form = useActionForm({
    schema: startVisitInput,
    defaultValues: { tenant_id: tenantId, reason: "", minutes: LONGEST_VISIT_MINUTES },
    action: startVisitAction,
    onSuccess: ({ state, tenant }) => {
      onDone();
      if (state === "running") router.push(next ?? `/${tenant.slug}`);
      else toast.success(t("stepIn.askedFirst", { tenant: tenant.name }));
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label={t("stepIn.reason")} description={t("stepIn.readBy")} />
      <NumberField
        control={form.control}
        name="minutes"
        label={t("stepIn.duration")}
        description={t("stepIn.durationHelp", { minutes: LONGEST_VISIT_MINUTES })}
        unit={t("stepIn.minutes")}
      />
      <FormActions form={form} submitLabel={t("stepIn.label")}>
        <DialogClose render={<Button />}>{t("stepIn.cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
