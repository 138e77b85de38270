"use client";

import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import type { DetailsProps, EditProps } from "./edit-forms";

const load = () => import("./edit-forms");

export function EditDetailsButton(props: DetailsProps) {
  const t = useTranslations("client.documents.edit");
  return (
    <EditDialog title={t("details")} load={load}>
      {({ DetailsForm }, onSaved) => <DetailsForm {...props} onSuccess={onSaved} />}
    </EditDialog>
  );
}

export function EditMetadataButton(props: EditProps) {
  const t = useTranslations("client.documents.edit");
  return (
    <EditDialog title={t("metadata")} load={load}>
      {({ MetadataForm }, onSaved) => <MetadataForm {...props} onSuccess={onSaved} />}
    </EditDialog>
  );
}
