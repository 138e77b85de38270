import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A single-line text field. Give it a `Label`, or use `TextField` inside forms. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn("field-control h-8 px-2.5", className)} {...props} />;
}
