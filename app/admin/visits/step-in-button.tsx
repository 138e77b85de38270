"use client";

import { LogIn } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form, FormActions } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { LONGEST_VISIT_MINUTES, startVisitInput } from "@/lib/visits/schema";
import { startVisitAction } from "./actions";

export interface StepInButtonProps {
  tenant: { id: string; name: string };
  /** The page of the tenant to see first; its overview by default. */
  next: string | null;
}

/** Steps into a tenant, or asks it first where it demands that. */
export function StepInButton({ tenant, next }: StepInButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant="primary" />}>
        <LogIn aria-hidden />
        Step in
      </DialogTrigger>
      <DialogContent
        title={`Step into ${tenant.name}?`}
        description="You see the tenant's own pages, without customers' personal data and without documents. Nothing can be changed until another platform admin agrees. The tenant reads of it in its audit log."
      >
        <StepInForm tenantId={tenant.id} next={next} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

interface StepInFormProps {
  tenantId: string;
  next: string | null;
  onDone: () => void;
}

function StepInForm({ tenantId, next, onDone }: StepInFormProps) {
  const router = useRouter();
  const form = useActionForm({
    schema: startVisitInput,
    defaultValues: { tenant_id: tenantId, reason: "", minutes: LONGEST_VISIT_MINUTES },
    action: startVisitAction,
    onSuccess: ({ state, tenant }) => {
      onDone();
      if (state === "running") router.push(next ?? `/${tenant.slug}`);
      else toast.success(`${tenant.name} is asked first: the visit begins once somebody there agrees`);
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label="Reason" description="The tenant reads it" />
      <NumberField
        control={form.control}
        name="minutes"
        label="For"
        description={`It ends by itself, after ${LONGEST_VISIT_MINUTES} minutes at the latest`}
        unit="minutes"
      />
      <FormActions form={form} submitLabel="Step in">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}
