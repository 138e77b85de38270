"use client";

import { AccountReachField } from "@/components/form/account-reach-field";
import type { PickableAccount } from "@/components/form/account-reach-value";
import { CheckboxGroupField, ComboboxField, SelectField, SwitchField } from "@/components/form/choice-fields";
import { ManyField } from "@/components/form/many-field";
import { CURRENCY_OPTIONS, LONG_NAME } from "../../sample";
import { FieldSpecimens } from "./field-specimens";

const ACCOUNTS: PickableAccount[] = [
  { id: "iberia", name: "Iberia", parent_id: null },
  { id: "lisbon", name: "Lisbon", parent_id: "iberia" },
  { id: "city", name: "City Hotel", parent_id: "lisbon" },
  { id: "airport", name: LONG_NAME, parent_id: "lisbon" },
  { id: "resort", name: "Resort Hotel", parent_id: "iberia" },
  { id: "nordics", name: "Nordics", parent_id: null },
];

const GROUPS = [
  { label: "Europe", options: CURRENCY_OPTIONS.slice(0, 1) },
  { label: "Elsewhere", options: CURRENCY_OPTIONS.slice(1) },
];

/** Fields that are chosen in. */
export function ChoiceFieldSpecimens() {
  return (
    <>
      <FieldSpecimens of="SelectField" name="choice">
        {(shared) => <SelectField {...shared} name="choice" label="Currency" options={CURRENCY_OPTIONS} />}
      </FieldSpecimens>
      <FieldSpecimens of="ComboboxField" name="choice">
        {(shared) => <ComboboxField {...shared} name="choice" label="Currency" options={CURRENCY_OPTIONS} />}
      </FieldSpecimens>
      <FieldSpecimens of="ManyField" name="many">
        {(shared) => (
          <ManyField {...shared} name="many" label="Currencies" options={CURRENCY_OPTIONS} placeholder="Add another" />
        )}
      </FieldSpecimens>
      <FieldSpecimens of="CheckboxGroupField" name="many">
        {(shared) => <CheckboxGroupField {...shared} name="many" label="Currencies" groups={GROUPS} columns={2} />}
      </FieldSpecimens>
      <FieldSpecimens of="SwitchField" name="isOn">
        {(shared) => <SwitchField {...shared} name="isOn" label="Tell the customer" description="By e-mail, at once" />}
      </FieldSpecimens>
      <FieldSpecimens of="AccountReachField" name="accounts">
        {({ control, disabled }) => (
          <AccountReachField
            control={control}
            accountsName="accounts"
            branchesName="branches"
            label="Accounts"
            accounts={ACCOUNTS}
            disabled={disabled}
          />
        )}
      </FieldSpecimens>
    </>
  );
}
