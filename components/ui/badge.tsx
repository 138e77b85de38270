import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { plain } from "./plain";

export const badgeVariants = cva("badge", {
  variants: {
    tone: {
      neutral: "bg-neutral-subtle text-neutral-text",
      accent: "bg-accent-subtle text-accent",
      success: "bg-success-subtle text-success-text",
      warning: "bg-warning-subtle text-warning-text",
      danger: "bg-danger-subtle text-danger-text",
      info: "bg-info-subtle text-info-text",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: BadgeTone;
}

/** A short word about a record. */
export const Badge = plain(badge);

function badge({ tone, className, ...props }: BadgeProps) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
