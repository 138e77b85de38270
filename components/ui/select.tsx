"use client";

import { Select as Base } from "@base-ui/react/select";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";
import type { Option } from "./option";

export interface SelectProps {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null) => void;
  onBlur?: () => void;
  /** Name under which a surrounding plain form submits the value. */
  name?: string;
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  size?: "sm" | "md";
  ref?: Ref<HTMLButtonElement>;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** One choice out of up to about twenty; use `Combobox` for more. */
export function Select(props: SelectProps) {
  const { options, value, defaultValue, onValueChange, name, placeholder, disabled, size = "md" } = props;
  const t = useTranslations("client.ui");
  return (
    <Base.Root
      items={options}
      name={name}
      value={value}
      defaultValue={defaultValue}
      disabled={disabled}
      onValueChange={(next) => onValueChange?.(next)}
    >
      <Base.Trigger
        ref={props.ref}
        id={props.id}
        onBlur={props.onBlur}
        aria-label={props["aria-label"]}
        aria-labelledby={props["aria-labelledby"]}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"] || undefined}
        className={cn(
          "field-control flex items-center justify-between gap-2 px-2.5 text-start",
          size === "sm" ? "h-7 text-xs" : "h-8",
          props.className,
        )}
      >
        <Base.Value
          className="truncate data-placeholder:text-muted-foreground"
          placeholder={placeholder ?? t("choose")}
        />
        <Base.Icon className="text-muted-foreground">
          <Icon name="chevrons-up-down" className="block size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal role="region" aria-label={t("options")}>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="overlay-panel min-w-[var(--anchor-width)] max-w-[var(--available-width)]">
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className="overlay-item relative pe-8"
                >
                  <Base.ItemText className="min-w-0">
                    {option.label}
                    {option.hint && <span className="block text-muted-foreground text-xs">{option.hint}</span>}
                  </Base.ItemText>
                  <Base.ItemIndicator className="absolute end-2">
                    <Icon name="check" className="block size-3.5 text-accent" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
