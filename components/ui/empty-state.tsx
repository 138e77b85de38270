import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  description?: ReactNode;
  /** What one can do about it: a button or a link. */
  action?: ReactNode;
  className?: string;
}

/** Says why there is nothing here, and what to do next. */
export function EmptyState({ icon: Icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      {Icon && (
        <span className="mb-3 flex size-9 items-center justify-center rounded-lg border bg-surface-muted">
          <Icon className="size-4.5 text-muted-foreground" aria-hidden />
        </span>
      )}
      <p className="font-medium text-base">{title}</p>
      {description && <div className="mt-1 max-w-md text-balance text-muted-foreground">{description}</div>}
      {action && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  );
}
