"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { Icon } from "@/components/ui/icon";
import type { Option } from "@/components/ui/option";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface ManyFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  options: readonly Option[];
  /** Of the field to add one more. */
  placeholder: string;
}

/** Any number of choices out of many, each found by typing; `null` when none is left. */
export function ManyField<Values extends FieldValues, Output>(props: ManyFieldProps<Values, Output>) {
  const t = useTranslations("client.form");
  const { field, error, id, controlProps } = useField(props);
  const chosen: readonly string[] = field.value ?? [];
  const labels = new Map(props.options.map(({ value, label }) => [value, label]));
  const set = (next: readonly string[]) => field.onChange(next.length > 0 ? [...next] : null);
  return (
    <FieldShell {...props} id={id} error={error}>
      {chosen.length > 0 && (
        <ul aria-label={props.label} className="flex flex-wrap gap-1.5">
          {chosen.map((value) => (
            <li
              key={value}
              className="inline-flex items-center gap-1 rounded-md bg-neutral-subtle py-0.5 pe-1 ps-2 text-sm"
            >
              {labels.get(value) ?? value}
              <button
                type="button"
                disabled={props.disabled}
                aria-label={t("remove", { label: labels.get(value) ?? value })}
                onClick={() => set(chosen.filter((other) => other !== value))}
                className="rounded-sm p-0.5 text-muted-foreground hover:text-foreground disabled:opacity-50"
              >
                <Icon name="x" className="block size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        {...controlProps}
        ref={field.ref}
        options={props.options.filter(({ value }) => !chosen.includes(value))}
        placeholder={props.placeholder}
        value={null}
        onValueChange={(value) => value && set([...chosen, value])}
        onBlur={field.onBlur}
      />
    </FieldShell>
  );
}
