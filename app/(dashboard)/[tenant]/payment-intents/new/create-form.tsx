"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
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
import { accountOptions, useCurrencyOptions } from "../../options";
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
  const t = useTranslations("client.payments");
  const currencyOptions = useCurrencyOptions();
  const locale = useLocale();
  const router = useRouter();
  const options = useMemo(() => accountOptions(accounts), [accounts]);
  const form = useActionForm({
    schema: createPaymentIntentInput,
    defaultValues: EMPTY,
    action: (input, key) => createPaymentIntentAction(tenantSlug, input, key),
    onSuccess: (made) => {
      toast.success(t("create.done", { amount: formatAmount(made.amount, made.currency, locale) }));
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
      <ComboboxField control={control} name="account_id" label={t("account")} options={options} />
      <FormRow>
        <MoneyField
          control={control}
          name="billing_amount"
          label={t("create.billingAmount")}
          description={t("create.billingHelp")}
          currency={billingCurrency ?? ""}
        />
        <ComboboxField
          control={control}
          name="billing_currency"
          label={t("create.billingCurrency")}
          options={currencyOptions}
        />
      </FormRow>
      <FormRow>
        <MoneyField
          control={control}
          name="processing_amount"
          label={t("processing")}
          description={t("create.processingHelp")}
          currency={processingCurrency ?? ""}
          optional
        />
        <ComboboxField
          control={control}
          name="processing_currency"
          label={t("create.processingCurrency")}
          options={currencyOptions}
          optional
        />
      </FormRow>
      <FormRow>
        <TextField control={control} name="customer_email" type="email" label={t("customerEmail")} optional />
        <TextField
          control={control}
          name="customer_phone"
          type="tel"
          label={t("create.customerPhone")}
          placeholder="+351 21 000 0000"
          optional
        />
      </FormRow>
      <TextField
        control={control}
        name="reference"
        label={t("reference")}
        description={t("create.referenceHelp")}
        optional
      />
      <MetadataField control={control} name="metadata" label={t("metadata")} optional />
      <SwitchField
        control={control}
        name="confirm"
        label={t("create.confirm")}
        description={t("create.confirmHelp", { provider: providerLabel(t, collector.provider) })}
      />
      {isConfirmed && collector.needsPaymentMethod && (
        <TextField control={control} name="payment_method" label={t("method")} description={t("methodHelp")} />
      )}
      <FormActions form={form} submitLabel={t("create.submit")}>
        <ButtonLink href={path}>{t("back")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
