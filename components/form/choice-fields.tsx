"use client";

import type { FieldValues } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import type { Option } from "@/components/ui/option";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { cn } from "@/lib/cn";
import { FieldNotes, FieldShell, OptionalMark } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface SelectFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  options: readonly Option[];
  placeholder?: string;
}

/** One choice out of up to about twenty. */
export function SelectField<Values extends FieldValues, Output>(props: SelectFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <Select
        {...controlProps}
        ref={field.ref}
        options={props.options}
        placeholder={props.placeholder}
        value={field.value ?? null}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
      />
    </FieldShell>
  );
}

export interface ComboboxFieldProps<Values extends FieldValues, Output> extends SelectFieldProps<Values, Output> {
  /** False: there is no button that empties the field. */
  clearable?: boolean;
}

/** One choice out of many, found by typing; `null` when cleared. */
export function ComboboxField<Values extends FieldValues, Output>(props: ComboboxFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <Combobox
        {...controlProps}
        ref={field.ref}
        options={props.options}
        placeholder={props.placeholder}
        clearable={props.clearable}
        value={field.value ?? null}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
      />
    </FieldShell>
  );
}

export interface CheckboxGroupFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** Options under headings; one group without a label for a plain list. */
  groups: readonly { label?: string; options: readonly Option[] }[];
  columns?: 1 | 2;
}

/** Any number of choices; the value is an array in the order of the options. */
export function CheckboxGroupField<Values extends FieldValues, Output>(props: CheckboxGroupFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  const chosen = new Set<string>(field.value ?? []);
  const all = props.groups.flatMap((group) => group.options);

  function toggle(value: string, checked: boolean) {
    if (checked) chosen.add(value);
    else chosen.delete(value);
    field.onChange(all.map((option) => option.value).filter((known) => chosen.has(known)));
  }

  return (
    <fieldset
      aria-describedby={controlProps["aria-describedby"]}
      disabled={props.disabled}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 font-medium">
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      <div className={cn("grid gap-x-6 gap-y-4", props.columns === 2 && "sm:grid-cols-2")}>
        {props.groups.map((group, groupIndex) => (
          <div key={group.label ?? "all"} className={cn("flex flex-col gap-2", !group.label && "sm:col-span-full")}>
            {group.label && <p className="text-muted-foreground text-xs">{group.label}</p>}
            {group.options.map((option, index) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label
              <label key={option.value} className="flex items-start gap-2">
                <Checkbox
                  ref={groupIndex === 0 && index === 0 ? field.ref : undefined}
                  checked={chosen.has(option.value)}
                  onCheckedChange={(checked) => toggle(option.value, checked)}
                  onBlur={field.onBlur}
                  disabled={props.disabled || option.disabled}
                  aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
                  className="mt-0.5"
                />
                <span className="min-w-0">
                  {option.label}
                  {option.hint && (
                    <span id={`${id}-${option.value}`} className="block text-muted-foreground text-xs">
                      {option.hint}
                    </span>
                  )}
                </span>
              </label>
            ))}
          </div>
        ))}
      </div>
      <FieldNotes id={id} description={props.description} error={error} />
    </fieldset>
  );
}

/** Yes or no, with the label beside it. */
export function SwitchField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2.5">
        <Switch
          {...controlProps}
          ref={field.ref}
          checked={field.value ?? false}
          onCheckedChange={(checked) => field.onChange(checked)}
          onBlur={field.onBlur}
          aria-labelledby={`${id}-label`}
        />
        <span id={`${id}-label`} className="font-medium">
          {props.label}
        </span>
      </div>
      <FieldNotes id={id} description={props.description} error={error} />
    </div>
  );
}
