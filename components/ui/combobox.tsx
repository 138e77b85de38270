"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { type Ref, useMemo } from "react";
import { cn } from "@/lib/cn";
import type { Option } from "./option";

/** More matches than anyone reads; people type on. */
const VISIBLE_OPTIONS = 100;

export interface ComboboxProps {
  options: readonly Option[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  onBlur?: () => void;
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  /** Offers a button that empties the field. */
  clearable?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** One choice out of many, found by typing a part of its label. */
export function Combobox({ options, value, onValueChange, clearable = true, className, ...props }: ComboboxProps) {
  const selected = useMemo(() => options.find((option) => option.value === value) ?? null, [options, value]);
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      disabled={props.disabled}
      limit={VISIBLE_OPTIONS}
      autoHighlight
    >
      <Base.InputGroup className={cn("field-control flex h-8 items-center pr-1", className)}>
        <Base.Input
          ref={props.ref}
          id={props.id}
          placeholder={props.placeholder ?? "Type to search…"}
          onBlur={props.onBlur}
          aria-label={props["aria-label"]}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"] || undefined}
          className="h-full min-w-0 flex-1 bg-transparent px-2.5 outline-none placeholder:text-muted-foreground"
        />
        {clearable && (
          <Base.Clear aria-label="Clear" className="rounded-sm p-1 text-muted-foreground hover:text-foreground">
            <X className="size-3.5" aria-hidden />
          </Base.Clear>
        )}
        <Base.Trigger aria-label="Show options" className="rounded-sm p-1 text-muted-foreground hover:text-foreground">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className="overlay-panel w-[var(--anchor-width)] min-w-56 max-w-[var(--available-width)]">
            <Base.Empty className="px-3 py-4 text-center text-muted-foreground text-sm empty:hidden">
              Nothing matches.
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  disabled={option.disabled}
                  className="overlay-item relative pr-8"
                >
                  <span className="min-w-0">
                    {option.label}
                    {option.hint && <span className="block text-muted-foreground text-xs">{option.hint}</span>}
                  </span>
                  <Base.ItemIndicator className="absolute right-2">
                    <Check className="size-3.5 text-accent" aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
