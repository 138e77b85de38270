import { cn } from "@/lib/cn";

/** A line between two groups. */
export function Separator({ vertical = false, className }: { vertical?: boolean; className?: string }) {
  if (vertical) return <span aria-hidden className={cn("h-4 w-px shrink-0 self-center bg-border", className)} />;
  return <hr className={cn("border-t", className)} />;
}
