import type { ReactNode } from "react";
import { ShownParameters } from "../data-table/shown-parameters";

/** The frame's classes, shared with the skeleton of a list. */
export const listPageClassName =
  "flex min-w-0 flex-col gap-3 roomy:h-[calc(100dvh-var(--spacing-topbar)-var(--banner-height,0rem)-2.5rem)] [&>header]:mb-0";

export interface ListPageProps {
  /** Query that stands in for an address without parameters, as `readListView` gives it. */
  shown?: string | null;
  children: ReactNode;
}

/**
 * The frame of a list page: where the window has room, heading and pager stay in sight and the table scrolls between
 * them. Children: `PageHeader`, `TabLinks` if any, and the list's table last.
 */
export function ListPage({ shown = null, children }: ListPageProps) {
  return (
    <ShownParameters query={shown}>
      <div className={listPageClassName}>{children}</div>
    </ShownParameters>
  );
}
