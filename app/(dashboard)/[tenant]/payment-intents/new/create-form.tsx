"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { useWatch } from "react-hook-form";
import { ComboboxField, SwitchField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { MoneyField } from "@/components/form/money-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { AccountNode } from "@/lib/accounts/queries";
import { formatAmount } from "@/lib/money";
import { createPaymentIntentInput } from "@/lib/payment-intents/schema";
import type { ProviderName } from "@/lib/provider-names";
import { accountOptions, CURRENCY_OPTIONS } from "../../options";
import { createPaymentIntentAction } from "../actions";
import { providerLabel } from "../statuses";

export interface CreatePaymentIntentFormProps {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  accounts: readonly AccountNode[];
  /** Who collects what is confirmed at once. */
  collector: { provider: ProviderName; needsPaymentMethod: boolean };
}

const EMPTY = {
  account_id: null,
  billing_amount: null,
  billing_currency: null,
  processing_amount: null,
  processing_currency: null,
  customer_email: "",
  customer_phone: "",
  reference: "",
  metadata: {},
  confirm: false,
  payment_method: "",
};

export function CreatePaymentIntentForm({ tenantSlug, path, accounts, collector }: CreatePaymentIntentFormProps) {
  const router = useRouter();
  const options = useMemo(() => accountOptions(accounts), [accounts]);
  const form = useActionForm({
    schema: createPaymentIntentInput,
    defaultValues: EMPTY,
    action: (input, key) => createPaymentIntentAction(tenantSlug, input, key),
    onSuccess: (made) => {
      toast.success(`Payment intent over ${formatAmount(made.amount, made.currency)} created`);
      router.push(`${path}/${made.id}`);
    },
  });
  const { control, methods } = form;
  const [accountId, billingCurrency, processingCurrency, isConfirmed] = useWatch({
    control,
    name: ["account_id", "billing_currency", "processing_currency", "confirm"],
  });

  // Most payments are in their account's currency; once somebody chose another one, that stays.
  useEffect(() => {
    const currency = accounts.find(({ id }) => id === accountId)?.currency;
    if (currency && !methods.getFieldState("billing_currency").isDirty)
      methods.resetField("billing_currency", { defaultValue: currency });
  }, [accountId, accounts, methods]);

  return (
    <Form form={form}>
      <ComboboxField control={control} name="account_id" label="Account" options={options} />
      <FormRow>
        <MoneyField
          control={control}
          name="billing_amount"
          label="Billing amount"
          description="What the customer is billed"
          currency={billingCurrency ?? ""}
        />
        <ComboboxField control={control} name="billing_currency" label="Billing currency" options={CURRENCY_OPTIONS} />
      </FormRow>
      <FormRow>
        <MoneyField
          control={control}
          name="processing_amount"
          label="Processing amount"
          description="What the provider moves, where it differs"
          currency={processingCurrency ?? ""}
          optional
        />
        <ComboboxField
          control={control}
          name="processing_currency"
          label="Processing currency"
          options={CURRENCY_OPTIONS}
          optional
        />
      </FormRow>
      <FormRow>
        <TextField control={control} name="customer_email" type="email" label="Customer e-mail" optional />
        <TextField
          control={control}
          name="customer_phone"
          type="tel"
          label="Customer phone"
          placeholder="+351 21 000 0000"
          optional
        />
      </FormRow>
      <TextField
        control={control}
        name="reference"
        label="Reference"
        description="Your own number, such as the booking’s"
        optional
      />
      <MetadataField control={control} name="metadata" label="Metadata" optional />
      <SwitchField
        control={control}
        name="confirm"
        label="Confirm at once"
        description={`${providerLabel(collector.provider)} begins to collect as soon as it is created`}
      />
      {isConfirmed && collector.needsPaymentMethod && (
        <TextField
          control={control}
          name="payment_method"
          label="Payment method"
          description="The provider’s token of the card or account, such as pm_…"
        />
      )}
      <FormActions form={form} submitLabel="Create payment intent">
        <ButtonLink href={path}>Cancel</ButtonLink>
      </FormActions>
    </Form>
  );
}
