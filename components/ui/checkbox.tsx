"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { cn } from "@/lib/cn";

/** A checkbox; `indeterminate` shows a dash. Wrap it in a `<label>` or name it by `aria-labelledby`. */
export function Checkbox({ className, ...props }: Omit<Base.Root.Props, "className"> & { className?: string }) {
  return (
    <Base.Root
      className={cn(
        "inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-input bg-surface text-primary-foreground transition-colors data-checked:border-primary data-indeterminate:border-primary data-checked:bg-primary data-indeterminate:bg-primary data-disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <Base.Indicator className="flex [&_svg]:size-3">
        {props.indeterminate ? <Minus strokeWidth={3} aria-hidden /> : <Check strokeWidth={3} aria-hidden />}
      </Base.Indicator>
    </Base.Root>
  );
}
