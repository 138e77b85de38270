import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A text field of several lines that grows with its content where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={cn("field-control field-sizing-content min-h-16 px-2.5 py-1.5", className)} {...props} />;
}
