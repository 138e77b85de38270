"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { cn } from "@/lib/cn";

/** A setting that is on or off and takes effect without a form. */
export function Switch({ className, ...props }: Omit<Base.Root.Props, "className"> & { className?: string }) {
  return (
    <Base.Root
      className={cn(
        "inline-flex h-4.5 w-8 shrink-0 items-center rounded-full bg-input p-0.5 transition-colors data-checked:bg-primary data-disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <Base.Thumb className="size-3.5 rounded-full bg-white transition-transform data-checked:translate-x-3.5 rtl:data-checked:-translate-x-3.5" />
    </Base.Root>
  );
}
