"use client";

import { useRouter } from "next/navigation";
import { ComboboxField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { type Account, createAccountInput } from "@/lib/accounts/schema";
import { type AccountChoice, accountOptions, COUNTRY_OPTIONS, CURRENCY_OPTIONS } from "../options";
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
      toast.success(account ? `${name} was saved` : `${name} was created`);
      router.push(`${path}/${id}`);
    },
  });
  const { control } = form;
  return (
    <Form form={form}>
      <FormRow>
        <TextField control={control} name="name" label="Name" description="Unique among the tenant's accounts" />
        <TextField
          control={control}
          name="display_name"
          label="Display name"
          description="As customers see it"
          optional
        />
      </FormRow>
      <ComboboxField
        control={control}
        name="parent_id"
        label="Account above"
        description={
          account
            ? "Another one moves the account, with all below it"
            : "A region, brand or city that this account belongs to; none for the top of a tree"
        }
        options={accountOptions(parents)}
        optional
      />
      <FormRow>
        <ComboboxField control={control} name="currency" label="Currency" options={CURRENCY_OPTIONS} />
        <ComboboxField
          control={control}
          name="payout_currency"
          label="Payout currency"
          options={CURRENCY_OPTIONS}
          optional
        />
      </FormRow>
      <FormRow>
        <ComboboxField control={control} name="country" label="Country" options={COUNTRY_OPTIONS} optional />
        <TextField
          control={control}
          name="terms_and_conditions_url"
          type="url"
          label="Terms and conditions"
          placeholder="https://"
          optional
        />
      </FormRow>
      <MetadataField control={control} name="metadata" label="Metadata" optional />
      <FormActions form={form} submitLabel={account ? "Save account" : "Create account"}>
        <ButtonLink href={account ? `${path}/${account.id}` : path}>Cancel</ButtonLink>
      </FormActions>
    </Form>
  );
}
