import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border-border bg-surface text-foreground hover:bg-surface-muted data-popup-open:bg-surface-muted",
        ghost: "border-transparent text-foreground hover:bg-surface-muted data-popup-open:bg-surface-muted",
        danger: "border-transparent bg-danger text-danger-foreground hover:bg-danger-hover",
        "danger-outline": "border-border bg-surface text-danger-text hover:bg-danger-subtle",
        link: "border-transparent text-accent underline-offset-2 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-xs",
        md: "h-8 px-3",
        lg: "h-9 px-4 text-base",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

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
      {loading && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends ComponentProps<typeof Link>, Variants {}

/** A link that looks like a button. */
export function ButtonLink({ className, variant, size, ...props }: ButtonLinkProps) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
