"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The page of one record that is on its way: where it comes from, its name, and its cards. For `loading.tsx`. */
export function RecordSkeleton() {
  const t = useTranslations("client.shell");
  return (
    <div data-skeleton role="status" aria-label={t("loading")}>
      <Skeleton className="mt-0.5 mb-2 w-48" />
      <Skeleton className="mb-2 h-6 w-64 max-w-full" />
      <Skeleton className="mb-5 w-40" />
      <RecordCards />
    </div>
  );
}

/** The same under a frame that says already what it is of. */
export function RecordCardsSkeleton() {
  const t = useTranslations("client.shell");
  return (
    <div data-skeleton role="status" aria-label={t("loading")}>
      <RecordCards />
    </div>
  );
}

/** Cards one under the other, under a frame or a head of their own. */
export function CardsSkeleton() {
  const t = useTranslations("client.shell");
  return (
    <div data-skeleton role="status" aria-label={t("loading")} className="grid gap-4">
      <CardSkeleton lines={6} />
      <CardSkeleton lines={4} />
    </div>
  );
}

/** A form that is on its way. For `loading.tsx`. */
export function FormSkeleton() {
  const t = useTranslations("client.shell");
  return (
    <div data-skeleton role="status" aria-label={t("loading")} className="mx-auto max-w-3xl">
      <Skeleton className="mt-0.5 mb-2 w-48" />
      <Skeleton className="mb-5 h-6 w-64 max-w-full" />
      <CardSkeleton lines={9} />
    </div>
  );
}

function RecordCards() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <div className="grid gap-4">
        <CardSkeleton lines={6} />
        <CardSkeleton lines={4} />
      </div>
      <CardSkeleton lines={8} />
    </div>
  );
}

function CardSkeleton({ lines }: { lines: number }) {
  return (
    <div className="rounded-lg border bg-surface p-4">
      <Skeleton className="mb-4 w-32" />
      <div className="lines-skeleton" style={{ height: `${lines * 2}rem` }} />
    </div>
  );
}
