"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { useId } from "react";
import { cn } from "@/lib/cn";
import type { Option } from "./option";

export interface RadioGroupProps extends Omit<Base.Props<string>, "className" | "children" | "onValueChange"> {
  options: readonly Option[];
  className?: string;
  onValueChange?: (value: string) => void;
}

/** One choice out of a few, all of them visible. */
export function RadioGroup({ options, className, onValueChange, ...props }: RadioGroupProps) {
  const id = useId();
  return (
    <Base
      className={cn("flex flex-col gap-2", className)}
      onValueChange={(value: string) => onValueChange?.(value)}
      {...props}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's radio inside the label
        <label key={option.value} className="flex items-start gap-2 text-sm">
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            className="mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-input bg-surface data-checked:border-primary data-checked:bg-primary data-disabled:opacity-50"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-primary-foreground" />
          </Radio.Root>
          <span>
            {option.label}
            {option.hint && (
              <span id={`${id}-${option.value}`} className="block text-muted-foreground text-xs">
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </Base>
  );
}
