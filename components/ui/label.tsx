import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export interface LabelProps extends ComponentProps<"label"> {
  htmlFor: string;
}

/** The name of a form control. */
export function Label({ className, htmlFor, children, ...props }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={cn("font-medium text-sm", className)} {...props}>
      {children}
    </label>
  );
}
