"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Skeleton } from "@/components/ui/skeleton";

export interface DataTableSkeletonProps {
  /** Heads of the columns that the list shows at first. */
  columns: readonly string[];
  rows?: number;
}

/**
 * A table that is on its way, in its own shape. Rows are drawn by the stylesheet: what stands in for a page must not
 * cost as much as the page.
 */
export function DataTableSkeleton({ columns, rows = 16 }: DataTableSkeletonProps) {
  const t = useTranslations("client.table");
  // React's type knows no custom properties.
  const style = { "--columns": columns.length, "--rows": rows } as CSSProperties;
  return (
    <div data-skeleton role="status" aria-label={t("loading")} className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex shrink-0 gap-2">
        <Skeleton className="h-8 flex-1" />
        <Skeleton className="h-8 w-20" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="flex min-h-0 flex-col overflow-hidden rounded-lg border bg-surface">
        <div className="table-skeleton-head" style={style} aria-hidden>
          {columns.map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
        <div className="table-skeleton" style={style} />
        <div className="h-11 shrink-0 border-t" />
      </div>
    </div>
  );
}
