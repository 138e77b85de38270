import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";

/** Says on every page that this is not real: demo data, or another person's view. */
export function DemoBanner({
  children = "Demo: all people, payments and keys here are made up.",
}: {
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-7 items-center justify-center gap-2 bg-info-subtle px-4 py-1 text-center text-info-text text-xs">
      <FlaskConical className="size-3.5 shrink-0" aria-hidden />
      <p>{children}</p>
    </div>
  );
}
