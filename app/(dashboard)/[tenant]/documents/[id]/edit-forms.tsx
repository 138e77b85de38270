"use client";

import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/form/choice-fields";
import { EditForm } from "@/components/form/edit-form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Document, updateDocumentInput } from "@/lib/documents/schema";
import { type AccountChoice, accountOptions } from "../../options";
import { updateDocumentAction } from "../actions";

export interface EditProps {
  tenantSlug: string;
  document: Document;
}

export interface DetailsProps extends EditProps {
  accounts: readonly AccountChoice[];
}

// Each part sends its own fields only: who edits the title overwrites nobody's change of the metadata.
const detailsInput = updateDocumentInput.pick({
  id: true,
  title: true,
  account_id: true,
  payment_intent_id: true,
});
const metadataInput = updateDocumentInput.pick({ id: true, metadata: true });

export function DetailsForm({ tenantSlug, document, accounts, onSuccess }: DetailsProps & { onSuccess: () => void }) {
  const t = useTranslations("client.documents");
  const form = useActionForm({
    schema: detailsInput,
    defaultValues: {
      id: document.id,
      title: document.title,
      account_id: document.account?.id ?? null,
      payment_intent_id: document.payment_intent?.id ?? null,
    },
    action: updateDocumentAction.bind(null, tenantSlug),
    onSuccess,
  });
  return (
    <EditForm form={form}>
      <TextField control={form.control} name="title" label={t("title")} />
      <ComboboxField
        control={form.control}
        name="account_id"
        label={t("account")}
        options={accountOptions(accounts)}
        optional
      />
      <TextField
        control={form.control}
        name="payment_intent_id"
        label={t("paymentIntent")}
        description={t("edit.paymentHelp")}
        optional
      />
    </EditForm>
  );
}

export function MetadataForm({ tenantSlug, document, onSuccess }: EditProps & { onSuccess: () => void }) {
  const t = useTranslations("client.documents");
  const form = useActionForm({
    schema: metadataInput,
    defaultValues: { id: document.id, metadata: document.metadata },
    action: updateDocumentAction.bind(null, tenantSlug),
    onSuccess,
  });
  return (
    <EditForm form={form}>
      <MetadataField control={form.control} name="metadata" label={t("metadata")} optional />
    </EditForm>
  );
}
