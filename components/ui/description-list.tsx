import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Names and values of one record; two columns where there is room if `columns` is 2. */
export function DescriptionList({ columns = 1, className, ...props }: ComponentProps<"dl"> & { columns?: 1 | 2 }) {
  return (
    <div className="@container">
      <dl className={cn("grid gap-x-8 gap-y-2.5", columns === 2 && "@2xl:grid-cols-2", className)} {...props} />
    </div>
  );
}

/** One name and its value; an absent value shows as a dash. */
export function DescriptionItem({ term, children }: { term: string; children?: ReactNode }) {
  const isAbsent = children === null || children === undefined || children === "";
  return (
    <div className="grid min-w-0 grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-3 @sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="min-w-0 break-words text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words [&_time]:whitespace-normal">{isAbsent ? <Absent /> : children}</dd>
    </div>
  );
}

function Absent() {
  const t = useTranslations("client.ui");
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">{t("absent")}</span>
    </span>
  );
}
