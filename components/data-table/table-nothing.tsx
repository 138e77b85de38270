"use client";

import type { LucideIcon } from "lucide-react";
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { TableLinks } from "./table-links";

export interface TableNothingProps {
  links: TableLinks;
  /** Shown while there is nothing yet. */
  empty: { icon?: LucideIcon; title: string; description?: ReactNode; action?: ReactNode };
  /** Carries the choice of columns along. */
  keep: (href: string) => string;
}

/** Why there are no rows: none yet, none that match, or a page past the end. */
export function TableNothing({ links, empty, keep }: TableNothingProps) {
  if (links.previous !== null) {
    const action = <ButtonLink href={keep(links.first)}>Go to the first page</ButtonLink>;
    return <EmptyState icon={SearchX} title="No more rows here" action={action} />;
  }
  if (links.clear !== null) {
    const action = <ButtonLink href={keep(links.clear)}>Clear filters</ButtonLink>;
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing matches"
        description="No row has all that is asked for."
        action={action}
      />
    );
  }
  return <EmptyState {...empty} />;
}
