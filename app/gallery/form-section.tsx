"use client";

import { useWatch } from "react-hook-form";
import { z } from "zod";
import { CheckboxGroupField, ComboboxField, SelectField, SwitchField } from "@/components/form/choice-fields";
import { DateTimeField } from "@/components/form/date-time-field";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { MetadataField } from "@/components/form/metadata-field";
import { MoneyField } from "@/components/form/money-field";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PERMISSIONS } from "@/lib/permissions";
import { blankToNull, email, metadata } from "@/lib/validation";
import { refuseReference } from "./actions";
import { ACCOUNT_OPTIONS, CURRENCY_OPTIONS, TIME_ZONE } from "./sample";

const schema = z.object({
  reference: z.string().trim().min(1, "Enter a reference"),
  email: blankToNull(email),
  account: z.string("Choose an account"),
  currency: z.string(),
  amountMinor: z.int("Enter an amount").positive("Must be more than nothing"),
  note: z.string().max(500),
  expiresAt: z.iso.datetime().nullable(),
  permissions: z.array(z.string()).min(1, "Choose at least one"),
  notify: z.boolean(),
  metadata,
});

const EMPTY = {
  reference: "",
  email: "",
  account: null,
  currency: "EUR",
  amountMinor: null,
  note: "",
  expiresAt: null,
  permissions: ["accounts:read"],
  notify: true,
  metadata: { hotel: "City", nights: 3 },
};

const GROUPS = ["accounts", "payment_intents"].map((resource) => ({
  label: resource.replaceAll("_", " "),
  options: Object.entries(PERMISSIONS)
    .filter(([name]) => name.startsWith(`${resource}:`))
    .map(([value, hint]) => ({ value, label: value, hint })),
}));

export function FormSection() {
  const form = useActionForm({ schema, defaultValues: EMPTY, action: refuseReference });
  const { control } = form;
  const currency = useWatch({ control, name: "currency" });
  return (
    <Card title="Form" description="Send it to see the server's refusal at its field">
      <Form form={form}>
        <FormRow>
          <TextField control={control} name="reference" label="Reference" description="As on the booking" />
          <TextField control={control} name="email" type="email" label="Customer e-mail" optional />
        </FormRow>
        <ComboboxField control={control} name="account" label="Account" options={ACCOUNT_OPTIONS} />
        <FormRow>
          <SelectField control={control} name="currency" label="Currency" options={CURRENCY_OPTIONS} />
          <MoneyField control={control} name="amountMinor" label="Amount" currency={currency} />
        </FormRow>
        <DateTimeField control={control} name="expiresAt" label="Expires" optional timeZone={TIME_ZONE} />
        <TextareaField control={control} name="note" label="Note" optional />
        <CheckboxGroupField control={control} name="permissions" label="Permissions" groups={GROUPS} columns={2} />
        <SwitchField control={control} name="notify" label="Tell the customer" description="By e-mail, at once" />
        <MetadataField control={control} name="metadata" label="Metadata" optional />
        <FormActions form={form} submitLabel="Create payment intent">
          <Button>Cancel</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
