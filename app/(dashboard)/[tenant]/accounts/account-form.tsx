"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { type Account, createAccountInput } from "@/lib/accounts/schema";
import { type AccountChoice, accountOptions, useCountryOptions, useCurrencyOptions } from "../options";
import { createAccountAction, updateAccountAction } from "./actions";
import { changesOf, valuesOf } from "./form-values";

export interface AccountFormProps {
  tenantSlug: string;
  /** The account to change; absent for a new one. */
  account?: Account;
  /** Where a new account is placed unless the person says otherwise. */
  parentId?: string | null;
  /** Where it may be placed. */
  parents: readonly AccountChoice[];
}

/** Makes or changes an account; only what was changed is sent. */
export function AccountForm({ tenantSlug, account, parentId = null, parents }: AccountFormProps) {
  const t = useTranslations("client.accounts");
  const currencyOptions = useCurrencyOptions();
  const countryOptions = useCountryOptions();
  const router = useRouter();
  const path = `/${tenantSlug}/accounts`;
  const defaultValues = valuesOf(account, parentId);
  const form = useActionForm({
    schema: createAccountInput,
    defaultValues,
    action: (values) =>
      account
        ? updateAccountAction(tenantSlug, { id: account.id, ...changesOf(defaultValues, values) })
        : createAccountAction(tenantSlug, values),
    onSuccess: ({ id, name }) => {
      toast.success(account ? t("form.saved", { name }) : t("form.created", { name }));
      router.push(`${path}/${id}`);
    },
  });
  const { control } = form;
  return (
    <Form form={form}>
      <FormRow>
        <TextField control={control} name="name" label={t("name")} description={t("form.nameHelp")} />
        <TextField
          control={control}
          name="display_name"
          label={t("displayName")}
          description={t("form.displayNameHelp")}
          optional
        />
      </FormRow>
      <ComboboxField
        control={control}
        name="parent_id"
        label={t("parent")}
        description={account ? t("form.moveHelp") : t("form.parentHelp")}
        options={accountOptions(parents)}
        optional
      />
      <FormRow>
        <ComboboxField control={control} name="currency" label={t("currency")} options={currencyOptions} />
        <ComboboxField
          control={control}
          name="payout_currency"
          label={t("form.payoutCurrency")}
          options={currencyOptions}
          optional
        />
      </FormRow>
      <FormRow>
        <ComboboxField control={control} name="country" label={t("country")} options={countryOptions} optional />
        <TextField
          control={control}
          name="terms_and_conditions_url"
          type="url"
          label={t("form.terms")}
          // text-ok: how an address begins
          placeholder="https://"
          optional
        />
      </FormRow>
      <MetadataField control={control} name="metadata" label={t("metadata")} optional />
      <FormActions form={form} submitLabel={account ? t("form.save") : t("form.create")}>
        <ButtonLink href={account ? `${path}/${account.id}` : path}>{t("form.cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
