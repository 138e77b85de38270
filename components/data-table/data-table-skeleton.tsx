import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-32", "w-20", "w-24", "w-16", "w-28", "w-20"];

/** A table that is on its way, in its own shape; for `loading.tsx`. */
export function DataTableSkeleton({ columns = 5, rows = 12 }: { columns?: number; rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-3">
      <div className="flex gap-2">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-7 w-24" />
        <Skeleton className="ml-auto h-7 w-20" />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <div className="h-8 border-b bg-surface-muted" />
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity and never move
          <div key={row} className="flex h-10 items-center justify-between gap-6 border-b px-3 last:border-b-0">
            {Array.from({ length: columns }, (_, column) => (
              <Skeleton
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={column}
                className={`${WIDTHS[(row + column) % WIDTHS.length]} ${column > 2 ? "max-sm:hidden" : ""}`}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
