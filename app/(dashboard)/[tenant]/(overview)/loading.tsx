import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The overview in its own shape: head, ranges, figures, chart. */
export default function Loading() {
  const t = useTranslations("client.shell");
  return (
    <div data-skeleton role="status" aria-label={t("loading")}>
      <Skeleton className="h-6 w-28" />
      <Skeleton className="mt-1.5 mb-4 h-4 w-72" />
      <Skeleton className="mb-3 h-9 w-full max-w-2xl" />
      <Skeleton className="mb-4 h-7 w-full" />
      <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-3">
        {["a", "b", "c", "d", "e", "f"].map((card) => (
          <div key={card} className="h-32 rounded-lg border bg-surface p-4">
            <Skeleton className="w-20" />
            <Skeleton className="mt-3 h-6 w-32" />
          </div>
        ))}
      </div>
      <div className="h-80 rounded-lg border bg-surface p-4">
        <Skeleton className="w-36" />
        <Skeleton className="mt-6 h-52 w-full" />
      </div>
    </div>
  );
}
