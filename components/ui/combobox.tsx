"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useTranslations } from "next-intl";
import { type Ref, useMemo } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";
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
  ref?: Ref<HTMLButtonElement>;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** One choice out of many, found by typing a part of its label or hint. */
export function Combobox({ options, value, onValueChange, clearable = true, className, ...props }: ComboboxProps) {
  const t = useTranslations("client.ui");
  const selected = useMemo(() => options.find((option) => option.value === value) ?? null, [options, value]);
  const isClearable = clearable && selected !== null && !props.disabled;
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={matches}
      disabled={props.disabled}
      limit={VISIBLE_OPTIONS}
      autoHighlight
    >
      <div className={cn("relative", className)}>
        <Base.Trigger
          ref={props.ref}
          id={props.id}
          onBlur={props.onBlur}
          aria-label={props["aria-label"]}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"] || undefined}
          className={cn(
            "field-control flex h-8 items-center justify-between gap-2 px-2.5 text-start",
            isClearable ? "pe-14" : "pe-8",
          )}
        >
          <span className={cn("truncate", !selected && "text-muted-foreground")}>
            {selected?.label ?? props.placeholder ?? t("choose")}
          </span>
          <Icon name="chevrons-up-down" className="absolute end-2.5 size-3.5 text-muted-foreground" />
        </Base.Trigger>
        {isClearable && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => onValueChange(null)}
            className="absolute inset-y-1 end-7 inline-flex items-center rounded-sm px-1 text-muted-foreground hover:text-foreground"
          >
            <Icon name="x" className="size-3.5" />
          </button>
        )}
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={props["aria-label"] ?? t("options")}
            className="overlay-panel w-[var(--anchor-width)] min-w-56 max-w-[var(--available-width)]"
          >
            <div className="border-b">
              <Base.Input
                aria-label={t("search")}
                placeholder={t("typeToSearch")}
                className="h-9 w-full bg-transparent px-3 outline-none placeholder:text-muted-foreground any-pointer-coarse:text-[1rem]"
              />
            </div>
            <Base.Empty className="px-3 py-4 text-center text-muted-foreground text-sm empty:hidden">
              {t("noMatch")}
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,calc(var(--available-height)-2.5rem))] overflow-y-auto p-1 data-empty:p-0">
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  disabled={option.disabled}
                  className="overlay-item relative pe-8"
                >
                  <span className="min-w-0">
                    {option.label}
                    {option.hint && <span className="block text-muted-foreground text-xs">{option.hint}</span>}
                  </span>
                  <Base.ItemIndicator className="absolute end-2">
                    <Icon name="check" className="block size-3.5 text-accent" />
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

/** Every word typed must occur, so that "lis hot" finds "Hotel Lisboa". */
function matches(option: Option, query: string): boolean {
  const text = `${option.label} ${option.hint ?? ""}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
