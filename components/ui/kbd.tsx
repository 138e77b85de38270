import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** One key of the keyboard. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return <kbd className={cn("key-cap", className)} {...props} />;
}
