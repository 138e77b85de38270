import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

export interface CardProps extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Lets the body touch the edges, for tables and lists. */
  flush?: boolean;
}

/** A bordered section of a page, with an optional heading. */
export function Card({ title, description, actions, flush = false, className, children, ...props }: CardProps) {
  return (
    <section className={cn("min-w-0 rounded-lg border bg-surface", className)} {...props}>
      {(title || actions) && (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2.5">
          {/* A short title is whole: what does not fit beside it goes below. */}
          <div className="min-w-24 flex-1">
            {title && <h2 className="font-semibold text-base">{title}</h2>}
            {description && <p className="text-muted-foreground text-xs">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}
