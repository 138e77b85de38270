import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const TONES = {
  neutral: "text-muted-foreground",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
  info: "text-info-text",
};

/** What happened to a record, in order; children are `TimelineItem`s. */
export function Timeline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  );
}

export interface TimelineItemProps {
  icon: LucideIcon;
  tone?: keyof typeof TONES;
  title: ReactNode;
  /** Who and when, usually a `Timestamp`. */
  meta?: ReactNode;
  /** Details below, such as a `DiffView`. */
  children?: ReactNode;
  /** What a filter of the timeline tells it by. */
  kind?: string;
}

/** One event. */
export function TimelineItem({ icon: Icon, tone = "neutral", title, meta, children, kind }: TimelineItemProps) {
  return (
    <li data-kind={kind} className="group/event relative flex gap-3 pb-5 last:pb-0">
      <span
        aria-hidden
        className="absolute top-6 bottom-0 start-3 w-px -translate-x-1/2 rtl:translate-x-1/2 bg-border group-last/event:hidden"
      />
      <span className="flex size-6 shrink-0 items-center justify-center rounded-full border bg-surface">
        <Icon className={cn("size-3.5", TONES[tone])} aria-hidden />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="font-medium">{title}</p>
        {meta && <div className="text-muted-foreground text-xs">{meta}</div>}
        {children && <div className="mt-2">{children}</div>}
      </div>
    </li>
  );
}
