import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";

/** Classes of a button (`globals.css`), for what looks like one. */
export const buttonVariants = cva("btn", {
  variants: {
    variant: {
      primary: "btn-primary",
      secondary: "btn-secondary",
      ghost: "btn-ghost",
      danger: "btn-danger",
      "danger-outline": "btn-danger-outline",
      link: "btn-link",
    },
    size: {
      sm: "btn-sm",
      md: "btn-md",
      lg: "btn-lg",
      icon: "size-8",
      "icon-sm": "size-7",
    },
  },
  compoundVariants: [{ variant: "link", class: "h-auto px-0" }],
  defaultVariants: { variant: "secondary", size: "md" },
});

type Variants = VariantProps<typeof buttonVariants>;

export interface ButtonProps extends ComponentProps<"button">, Variants {
  /** Shows a spinner and announces the button as busy; it keeps its focus, unlike a disabled one. */
  loading?: boolean;
}

/** A button; `type` is "button" unless said otherwise. For navigation use `ButtonLink`. */
export function Button({
  className,
  variant,
  size,
  loading = false,
  children,
  type = "button",
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(buttonVariants({ variant, size }), loading && "pointer-events-none", className)}
      {...props}
      {...(loading && { "aria-disabled": true, "aria-busy": true })}
    >
      {loading && <Icon name="loader-circle" className="animate-spin" />}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends ComponentProps<typeof Link>, Variants {}

/** A link that looks like a button. */
export function ButtonLink({ className, variant, size, ...props }: ButtonLinkProps) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
