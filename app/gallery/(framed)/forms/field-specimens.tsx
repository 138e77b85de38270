"use client";

import type { ReactNode } from "react";
import { type Control, useForm } from "react-hook-form";
import { Specimen } from "../../specimen";

/** A value of each kind that fields hold. */
export interface SampleValues {
  text: string;
  choice: string | null;
  many: string[] | null;
  amount: number | null;
  count: number | null;
  moment: string | null;
  isOn: boolean;
  metadata: Record<string, unknown>;
  accounts: string[] | null;
  branches: string[] | null;
}

const FILLED: SampleValues = {
  text: "A-2026-17",
  choice: "EUR",
  many: ["EUR", "KWD"],
  amount: 125_050,
  count: 30,
  moment: "2026-12-01T10:00:00.000Z",
  isOn: true,
  metadata: { hotel: "City", nights: 3 },
  accounts: ["resort"],
  branches: ["lisbon"],
};

const EMPTY: SampleValues = {
  text: "",
  choice: null,
  many: null,
  amount: null,
  count: null,
  moment: null,
  isOn: false,
  metadata: {},
  accounts: null,
  branches: null,
};

const STATES = [
  { state: "filled", values: FILLED, isWrong: false },
  { state: "empty", values: EMPTY, isWrong: false },
  { state: "invalid", values: FILLED, isWrong: true },
  { state: "disabled", values: FILLED, isWrong: false },
];

export interface FieldSpecimensProps {
  of: string;
  /** The field's value, which is wrong in one of the states. */
  name: keyof SampleValues;
  children: (shared: {
    control: Control<SampleValues, unknown, SampleValues>;
    disabled: boolean;
    optional: boolean;
  }) => ReactNode;
}

/** A field in each of its states. */
export function FieldSpecimens({ of, name, children }: FieldSpecimensProps) {
  return STATES.map(({ state, values, isWrong }) => (
    <Specimen key={state} of={of} state={state}>
      <WithForm values={values} wrong={isWrong ? name : null}>
        {(control) => children({ control, disabled: state === "disabled", optional: state === "empty" })}
      </WithForm>
    </Specimen>
  ));
}

interface WithFormProps {
  values: SampleValues;
  wrong: keyof SampleValues | null;
  children: (control: Control<SampleValues, unknown, SampleValues>) => ReactNode;
}

function WithForm({ values, wrong, children }: WithFormProps) {
  const { control } = useForm<SampleValues, unknown, SampleValues>({
    defaultValues: values,
    errors: wrong ? { [wrong]: { type: "server", message: "This is taken already" } } : {},
  });
  return children(control);
}
