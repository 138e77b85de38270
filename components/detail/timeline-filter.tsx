"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/lib/cn";

/** The kinds of steps that a timeline can be narrowed to. */
const STEP_KINDS = ["change", "refund", "provider", "webhook", "document"] as const;
export type TimelineKind = (typeof STEP_KINDS)[number];

/** Written out, so that the stylesheet has them. */
const SHOWN: Readonly<Record<TimelineKind, string>> = {
  change: "[&_li[data-kind]:not([data-kind=change])]:hidden",
  refund: "[&_li[data-kind]:not([data-kind=refund])]:hidden",
  provider: "[&_li[data-kind]:not([data-kind=provider])]:hidden",
  webhook: "[&_li[data-kind]:not([data-kind=webhook])]:hidden",
  document: "[&_li[data-kind]:not([data-kind=document])]:hidden",
};

export interface TimelineFilterProps {
  /** How many steps there are of each kind. */
  counts: Partial<Record<TimelineKind, number>>;
  /** A `Timeline`. */
  children: ReactNode;
}

/** Narrows a timeline to one kind of steps, where there are several; all are there already, so it asks nobody. */
export function TimelineFilter({ counts, children }: TimelineFilterProps) {
  const t = useTranslations("client.detail.filter");
  const [shown, setShown] = useState<TimelineKind | null>(null);
  const kinds = STEP_KINDS.filter((kind) => counts[kind]);
  if (kinds.length < 2) return children;
  const choices = [{ kind: null, label: t("all") }, ...kinds.map((kind) => ({ kind, label: t(kind) }))];
  // What was chosen may have gone from the page since.
  const chosen = shown && kinds.includes(shown) ? shown : null;
  return (
    <>
      <fieldset className="mb-4 flex flex-wrap gap-1.5 print:hidden">
        <legend className="sr-only">{t("legend")}</legend>
        {choices.map(({ kind, label }) => (
          <button
            key={label}
            type="button"
            aria-pressed={chosen === kind}
            onClick={() => setShown(kind)}
            className="rounded-full border px-2.5 py-0.5 text-muted-foreground text-xs hover:text-foreground aria-pressed:border-accent aria-pressed:bg-accent-subtle aria-pressed:text-accent"
          >
            {label} {kind && <span className="tabular-nums">{counts[kind]}</span>}
          </button>
        ))}
      </fieldset>
      <div className={cn(chosen && SHOWN[chosen])}>{children}</div>
    </>
  );
}
