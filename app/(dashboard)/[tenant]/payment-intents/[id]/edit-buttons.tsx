"use client";

import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import type { PaymentIntent } from "@/lib/payment-intents/schema";

interface EditProps {
  tenantSlug: string;
  payment: PaymentIntent;
}

const load = () => import("./edit-forms");

export function EditCustomerButton(props: EditProps) {
  const t = useTranslations("client.payments.edit");
  return (
    <EditDialog title={t("customer")} load={load}>
      {({ CustomerForm }, onSaved) => <CustomerForm {...props} onSuccess={onSaved} />}
    </EditDialog>
  );
}

export function EditDetailsButton(props: EditProps) {
  const t = useTranslations("client.payments.edit");
  return (
    <EditDialog title={t("details")} load={load}>
      {({ DetailsForm }, onSaved) => <DetailsForm {...props} onSuccess={onSaved} />}
    </EditDialog>
  );
}

export function EditMetadataButton(props: EditProps) {
  const t = useTranslations("client.payments.edit");
  return (
    <EditDialog title={t("metadata")} load={load}>
      {({ MetadataForm }, onSaved) => <MetadataForm {...props} onSuccess={onSaved} />}
    </EditDialog>
  );
}
