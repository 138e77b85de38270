"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { plainHtml } from "./plain-html";

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
  return (
    <WrittenSkeleton
      className="flex min-h-0 flex-1 flex-col"
      columns={columns.length}
      rows={rows}
      content={tableShape(columns, t("loading"))}
    />
  );
}

export interface WrittenSkeletonProps {
  columns: number;
  rows?: number;
  /** Plain elements. */
  content: ReactNode;
  className: string;
}

/**
 * A skeleton as one element with a text in it: React writes the skeleton of a list in each request for the list, also
 * where nobody will see it.
 */
export function WrittenSkeleton({ columns, rows = 16, content, className }: WrittenSkeletonProps) {
  const html = plainHtml(content, UNWORDED);
  if (html === null) throw new Error("A skeleton is made of plain elements");
  // React's type knows no custom properties.
  const style = { "--columns": columns, "--rows": rows } as CSSProperties;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `plainHtml` escapes every text and lets nothing else through
  return <div className={className} style={style} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Its labels are given: nothing in a skeleton is worded. */
const UNWORDED = { locale: "en", sentence: (english: string) => english, timeFormat: DEFAULT_TIME_FORMAT } as const;

/** The table of a skeleton, without rows: as plain elements, for `WrittenSkeleton`. */
export function tableShape(columns: readonly string[], loading: string): ReactNode {
  return (
    <div data-skeleton role="status" aria-label={loading} className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex shrink-0 gap-2">
        <Skeleton className="h-8 flex-1" />
        <Skeleton className="h-8 w-20" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="flex min-h-0 flex-col overflow-hidden rounded-lg border bg-surface">
        <div className="table-skeleton-head" aria-hidden>
          {columns.map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
        <div className="table-skeleton" />
        <div className="h-11 shrink-0 border-t" />
      </div>
    </div>
  );
}
