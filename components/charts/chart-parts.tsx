import type { PointerEvent } from "react";
import { cn } from "@/lib/cn";

export interface ChartTick {
  value: number;
  text: string;
}

/** What the colours of a chart stand for; the table below it names everything for those who do not see them. */
export function ChartLegend({ entries }: { entries: readonly { label: string; className: string }[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-xs" aria-hidden>
      {entries.map(({ label, className }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span className={cn("size-2.5 rounded-sm", className)} />
          {label}
        </li>
      ))}
    </ul>
  );
}

export interface ChartScaleProps {
  ticks: readonly ChartTick[];
  /** Where a value's line is, in per cent of the chart's height. */
  heightOf: (value: number) => number;
  /** The chart's height. */
  className: string;
}

/** Texts of the scale's lines, in the room of the widest. */
export function ChartScale({ ticks, heightOf, className }: ChartScaleProps) {
  return (
    <div className={cn("relative shrink-0", className)} aria-hidden>
      <div className="invisible flex flex-col">
        {ticks.map(({ value, text }) => (
          <span key={value} className="h-0">
            {text}
          </span>
        ))}
      </div>
      {ticks.map(({ value, text }) => (
        <span
          key={value}
          className="absolute right-0 translate-y-1/2 whitespace-nowrap"
          style={{ bottom: `${heightOf(value)}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** Which of `count` columns of equal width the pointer is on. */
export function columnAt({ currentTarget, clientX }: PointerEvent<HTMLElement>, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)));
}
