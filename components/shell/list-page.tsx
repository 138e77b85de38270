import type { ReactNode } from "react";

/**
 * The frame of a list page: where the window has room, heading and pager stay in sight and the table scrolls between
 * them. Children: `PageHeader`, `TabLinks` if any, and the list's table last.
 */
export function ListPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-3 roomy:h-[calc(100dvh-var(--spacing-topbar)-var(--banner-height,0rem)-2.5rem)] [&>header]:mb-0">
      {children}
    </div>
  );
}
