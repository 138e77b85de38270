"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/lib/cn";
import { ChartLegend, ChartScale, type ChartTick, columnAt } from "./chart-parts";
import { ChartTable } from "./chart-table";
import { FILLS, type SeriesTone } from "./tones";

export interface ChartSeries {
  label: string;
  tone: SeriesTone;
}

export interface ChartDay {
  /** As people read it, such as "3 Mar 2026". */
  label: string;
  /** One for each series. */
  values: readonly number[];
  /** The same in words, such as "€1,234.00". */
  texts: readonly string[];
}

export interface DayChartProps {
  /** What the bars are, such as "Collected in EUR by day". */
  caption: string;
  series: readonly ChartSeries[];
  days: readonly ChartDay[];
  /** Lines of the scale, from 0 up; the last one is its top. */
  ticks: readonly ChartTick[];
  /** Names the series even where there is only one. */
  legendShown?: boolean;
}

/**
 * A bar for each day, series stacked. The bars are for the eye; everybody else, and whoever wants exact numbers, has the
 * same as a table below them.
 */
export function DayChart({ caption, series, days, ticks, legendShown = series.length > 1 }: DayChartProps) {
  const t = useTranslations("client.charts");
  const [active, setActive] = useState<number | null>(null);
  const top = ticks.at(-1)?.value || 1;
  const shown = active === null ? undefined : days[active];
  return (
    <figure>
      <figcaption className="sr-only">{caption}</figcaption>
      {legendShown && <ChartLegend entries={series.map(({ label, tone }) => ({ label, className: FILLS[tone] }))} />}
      <div aria-hidden dir="ltr" className="flex gap-2 text-2xs text-muted-foreground tabular-nums">
        <ChartScale ticks={ticks} heightOf={(value) => (value / top) * 100} className="h-44" />
        <div className="min-w-0 flex-1">
          <div
            className="relative h-44"
            onPointerMove={(event) => setActive(columnAt(event, days.length))}
            onPointerDown={(event) => setActive(columnAt(event, days.length))}
            onPointerLeave={() => setActive(null)}
          >
            {ticks.map(({ value }) => (
              <span
                key={value}
                className={cn("absolute inset-x-0 border-t", value === 0 ? "border-input" : "border-border")}
                style={{ bottom: `${(value / top) * 100}%` }}
              />
            ))}
            <div className="absolute inset-0 flex items-stretch gap-px sm:gap-[3px]">
              {days.map(({ label, values }, index) => (
                <div
                  key={label}
                  className={cn(
                    "flex min-w-0 flex-1 flex-col-reverse transition-opacity",
                    active !== null && active !== index && "opacity-45",
                  )}
                >
                  {series.map((one, at) => (
                    <span
                      key={one.label}
                      className={cn(FILLS[one.tone], "w-full last:rounded-t-sm")}
                      style={{ height: heightOf(values[at] ?? 0, top) }}
                    />
                  ))}
                </div>
              ))}
            </div>
            {shown && active !== null && (
              <Hint day={shown} series={series} named={legendShown} at={(active + 0.5) / days.length} />
            )}
          </div>
          <div className="mt-1.5 flex justify-between gap-2">
            <span>{days[0]?.label}</span>
            <span className="max-sm:hidden">{days[Math.floor(days.length / 2)]?.label}</span>
            <span>{days.at(-1)?.label}</span>
          </div>
        </div>
      </div>
      <ChartTable
        caption={caption}
        heads={[t("day"), ...series.map(({ label }) => label)]}
        labels={days.map(({ label }) => label)}
        cellsOf={(index) => series.map(({ label }, at) => ({ key: label, content: days[index]?.texts[at] }))}
        reversed
      />
    </figure>
  );
}

/** A value that is there at all is seen, however small. */
function heightOf(value: number, top: number): string {
  return value > 0 ? `max(2px, ${(value / top) * 100}%)` : "0";
}

interface HintProps {
  day: ChartDay;
  series: readonly ChartSeries[];
  /** Whether each series is named. */
  named: boolean;
  /** Middle of the day's bar, as a part of the width. */
  at: number;
}

function Hint({ day, series, named, at }: HintProps) {
  const side = at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` };
  return (
    <div
      className="overlay-panel pointer-events-none absolute top-1 z-10 mx-2 px-2.5 py-1.5 text-foreground text-xs"
      style={side}
    >
      <p className="whitespace-nowrap font-medium">{day.label}</p>
      {series.map(({ label, tone }, index) => (
        <p key={label} className="flex items-center gap-1.5 whitespace-nowrap">
          {named && <span className={cn("size-2 rounded-sm", FILLS[tone])} />}
          {named && <span className="text-muted-foreground">{label}</span>}
          {day.texts[index]}
        </p>
      ))}
    </div>
  );
}
