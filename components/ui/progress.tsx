"use client";

import { Progress as Base } from "@base-ui/react/progress";
import { useLocale } from "next-intl";
import { cn } from "@/lib/cn";
import { numbersOf } from "@/lib/locale";

export interface ProgressProps {
  label: string;
  /** 0 to `max`; `null` when nobody knows. */
  value: number | null;
  max?: number;
  className?: string;
}

/** How far a job has come. */
export function Progress({ label, value, max = 100, className }: ProgressProps) {
  const locale = numbersOf(useLocale());
  return (
    <Base.Root value={value} max={max} locale={locale} className={cn("flex flex-col gap-1.5", className)}>
      <div className="flex justify-between gap-3 text-sm">
        <Base.Label>{label}</Base.Label>
        <Base.Value className="text-muted-foreground tabular-nums" />
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-neutral-subtle">
        <Base.Indicator className="h-full rounded-full bg-primary transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
