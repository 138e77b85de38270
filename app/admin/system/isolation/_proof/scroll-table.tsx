import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface ScrollTableProps {
  /** Names the region that scrolls. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** A wide table in a region of its own, which the keyboard reaches and scrolls. */
export function ScrollTable({ label, className, children }: ScrollTableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("relative overflow-auto focus-visible:-outline-offset-2", className)}
    >
      <table className="w-full border-collapse text-start text-sm">
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </section>
  );
}
