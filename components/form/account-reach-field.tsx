"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { AccountReach, PickableAccount } from "./account-reach-value";
import { AccountTreePicker } from "./account-tree-picker";
import { FieldNotes } from "./field-shell";
import { firstMessage } from "./issues";
import { useField } from "./use-field";

export interface AccountReachFieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>;
  /** Field with the chosen accounts by themselves; null for all accounts. */
  accountsName: FieldPath<Values>;
  /** Field with the tops of the chosen branches; null together with the other one. */
  branchesName: FieldPath<Values>;
  label: string;
  accounts: readonly PickableAccount[];
  /** Why “all accounts” cannot be chosen, for whoever is restricted. */
  whyNotAll?: string | undefined;
  disabled?: boolean;
}

/** All accounts, or chosen accounts and branches. The form holds `null` in both fields, or a list in both. */
export function AccountReachField<Values extends FieldValues, Output>(props: AccountReachFieldProps<Values, Output>) {
  const { control, accountsName, branchesName, label, accounts, whyNotAll, disabled } = props;
  const t = useTranslations("client.form.reach");
  const { field, error, id, controlProps } = useField<Values, Output>({ control, name: accountsName, label });
  const branches = useController({ control, name: branchesName });
  const value: AccountReach | null =
    field.value === null && branches.field.value === null
      ? null
      : { account_ids: field.value ?? [], branch_ids: branches.field.value ?? [] };
  const [lastChosen, setLastChosen] = useState<AccountReach>({ account_ids: [], branch_ids: [] });
  const options = useMemo(
    () => [
      {
        value: "all",
        label: t("all"),
        disabled: Boolean(whyNotAll),
        ...(whyNotAll && { hint: whyNotAll }),
      },
      { value: "chosen", label: t("chosen") },
    ],
    [t, whyNotAll],
  );

  function change(next: AccountReach | null) {
    field.onChange(next ? next.account_ids : null);
    branches.field.onChange(next ? next.branch_ids : null);
  }

  function choose(next: string) {
    if (value) setLastChosen(value);
    change(next === "all" ? null : lastChosen);
  }

  return (
    <fieldset
      disabled={disabled}
      aria-describedby={controlProps["aria-describedby"]}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-2 font-medium">{label}</legend>
      <RadioGroup
        aria-label={label}
        options={options}
        disabled={disabled}
        value={value === null ? "all" : "chosen"}
        onValueChange={choose}
      />
      {value && (
        <AccountTreePicker
          label={label}
          accounts={accounts}
          value={value}
          onChange={change}
          disabled={disabled}
          fieldRef={field.ref}
        />
      )}
      <FieldNotes id={id} error={error ?? firstMessage(branches.fieldState.error)} />
    </fieldset>
  );
}
