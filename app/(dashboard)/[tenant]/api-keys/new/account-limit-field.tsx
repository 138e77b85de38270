"use client";

import { useMemo, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { FieldNotes } from "@/components/form/field-shell";
import { type FieldProps, useField } from "@/components/form/use-field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { AccountNode } from "@/lib/accounts/queries";
import { AccountTreeSelect } from "./account-tree-select";

export interface AccountLimitFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  accounts: readonly AccountNode[];
  /** True if “all accounts” is more than the maker can give. */
  isRequired: boolean;
}

/** All accounts, or chosen branches. The form holds `null`, or the ids of the branches' tops. */
export function AccountLimitField<Values extends FieldValues, Output>(props: AccountLimitFieldProps<Values, Output>) {
  const { accounts, isRequired, label } = props;
  const { field, error, id, controlProps } = useField(props);
  const value: readonly string[] | null = field.value;
  const [lastChosen, setLastChosen] = useState<readonly string[]>([]);
  const options = useMemo(
    () => [
      {
        value: "all",
        label: "All accounts, those to come included",
        disabled: isRequired,
        ...(isRequired && { hint: "You are restricted to chosen accounts, so the key must be too." }),
      },
      { value: "chosen", label: "Chosen accounts, each with all below it" },
    ],
    [isRequired],
  );

  function choose(next: string) {
    if (value !== null) setLastChosen(value);
    field.onChange(next === "all" ? null : lastChosen);
  }

  return (
    <fieldset aria-describedby={controlProps["aria-describedby"]} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-medium">{label}</legend>
      <RadioGroup
        aria-label={label}
        options={options}
        value={value === null ? "all" : "chosen"}
        onValueChange={choose}
      />
      {value !== null && (
        <AccountTreeSelect
          label={label}
          accounts={accounts}
          value={value}
          onChange={field.onChange}
          fieldRef={field.ref}
        />
      )}
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}
