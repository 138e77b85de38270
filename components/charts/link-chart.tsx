"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { numbersOf } from "@/lib/locale";
import { ChartHint } from "./chart-hint";
import { ChartLegend, ChartScale, type ChartTick, columnAt } from "./chart-parts";
import { ChartTable, type ChartTableProps } from "./chart-table";
import { FILLS, type SeriesTone } from "./tones";

/** One kind of bars: a value for each part of the range, in words too, and the list behind it. */
export interface LinkSeries {
  label: string;
  tone: SeriesTone;
  values: readonly number[];
  texts: readonly string[];
  /** Null where a number leads nowhere. */
  hrefs: readonly (string | null)[];
}

/** What is shown behind the bars, such as the period before. */
export interface GhostSeries {
  label: string;
  values: readonly number[];
  texts: readonly string[];
  /** Its own parts, such as days of the period before. */
  labels: readonly string[];
}

/** A part of a whole for each part of the range, drawn as a line of steps from 0 to 1. */
export interface RateSeries {
  label: string;
  values: readonly (number | null)[];
  texts: readonly string[];
}

export interface LinkChartProps {
  /** What the bars are, such as "Collected in EUR by day". */
  caption: string;
  /** The parts of the range, as people read them. */
  labels: readonly string[];
  /** When each part begins, in short, for the axis. */
  starts: readonly string[];
  /** Head of the table's first column, such as "Day". */
  partName: string;
  up: LinkSeries;
  /** Bars that hang down from the line of nothing. */
  down?: LinkSeries | undefined;
  ghost?: GhostSeries | undefined;
  rate?: RateSeries | undefined;
  /** Lines of the scale, from the lowest up; values below 0 are of what hangs down. */
  ticks: readonly ChartTick[];
}

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/**
 * Bars that lead to what they count. One of them is reached by Tab, the others from there by the arrow keys; whoever
 * wants exact numbers has the same as a table below.
 */
export function LinkChart(props: LinkChartProps) {
  const { caption, labels, starts, up, down, ghost, rate, ticks } = props;
  const t = useTranslations("client.charts");
  const router = useRouter();
  const [active, setActive] = useState<number | null>(null);
  const [reached, setReached] = useState<string | null>(null);
  const bars = useRef<HTMLDivElement>(null);
  const [low, high] = [Math.min(0, ticks[0]?.value ?? 0), ticks.at(-1)?.value || 1];
  const heightOf = (value: number) => (value / (high - low)) * 100;
  const zero = heightOf(-low);
  const first = firstBar(up, down);
  const percents = percentTicks(numbersOf(useLocale()));

  function follow(event: MouseEvent<HTMLElement>) {
    const link = (event.target as Element).closest("a");
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain) return;
    event.preventDefault();
    router.push(link.getAttribute("href") ?? "");
  }

  function move(event: KeyboardEvent<HTMLElement>) {
    const step = ARROWS[event.key];
    const links = [...(bars.current?.querySelectorAll("a") ?? [])];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  }

  const bar = (series: LinkSeries, index: number, side: "up" | "down") => {
    const value = series.values[index] ?? 0;
    const href = series.hrefs[index];
    if (value <= 0) return null;
    const fill = (
      <span
        className={cn(
          FILLS[series.tone],
          "absolute inset-x-[8%]",
          side === "up" ? "bottom-0 rounded-t-sm" : "top-0 rounded-b-sm",
        )}
        style={{ height: `max(2px, ${(heightOf(value) / (side === "up" ? 100 - zero : zero)) * 100}%)` }}
      />
    );
    const place = {
      className: "absolute inset-x-0 outline-offset-0",
      style: side === "up" ? { top: 0, bottom: `${zero}%` } : { bottom: 0, top: `${100 - zero}%` },
    };
    const key = `${side} ${index}`;
    if (!href) return <span {...place}>{fill}</span>;
    return (
      <a
        {...place}
        href={href}
        data-bar={key}
        tabIndex={key === (reached ?? first) ? 0 : -1}
        aria-label={`${labels[index]}: ${series.label} ${series.texts[index]}`}
      >
        {fill}
      </a>
    );
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: one handler for all links within, which keys press as links
    <figure onClick={follow}>
      <figcaption className="sr-only">{t("withKeys", { caption })}</figcaption>
      <ChartLegend entries={legendOf(props)} />
      <div dir="ltr" className="flex gap-2 text-2xs text-muted-foreground tabular-nums">
        <ChartScale ticks={ticks} heightOf={(value) => heightOf(value - low)} className="h-48" />
        <div className="min-w-0 flex-1">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the bars within are links; this only shows what they are */}
          <div
            ref={bars}
            className="relative h-48"
            onPointerMove={(event) => setActive(columnAt(event, labels.length))}
            onPointerDown={(event) => setActive(columnAt(event, labels.length))}
            onPointerLeave={() => setActive(null)}
            onFocus={({ target }) => {
              const key = target.getAttribute("data-bar");
              setReached(key);
              setActive(Number(key?.split(" ")[1]));
            }}
            onBlur={() => setActive(null)}
            onKeyDown={move}
          >
            {ticks.map(({ value }) => (
              <span
                key={value}
                className={cn("absolute inset-x-0 border-t", value === 0 ? "border-input" : "border-border")}
                style={{ bottom: `${heightOf(value - low)}%` }}
              />
            ))}
            <div className="absolute inset-0 flex items-stretch">
              {labels.map((label, index) => (
                <div
                  key={label}
                  className={cn(
                    "relative min-w-0 flex-1 transition-opacity",
                    active !== null && active !== index && "opacity-45",
                  )}
                >
                  {(ghost?.values[index] ?? 0) > 0 && (
                    <span
                      className="absolute inset-x-0 rounded-t-sm border-muted-foreground/50 border-t bg-neutral-subtle"
                      style={{ bottom: `${zero}%`, height: `${heightOf(ghost?.values[index] ?? 0)}%` }}
                    />
                  )}
                  {bar(up, index, "up")}
                  {down && bar(down, index, "down")}
                  {typeof rate?.values[index] === "number" && (
                    <span
                      className="pointer-events-none absolute inset-x-0 h-0.5 rounded-full bg-success-text"
                      style={{ bottom: `calc(${zero + (rate.values[index] ?? 0) * (100 - zero)}% - 1px)` }}
                    />
                  )}
                </div>
              ))}
            </div>
            {active !== null && labels[active] !== undefined && <ChartHint {...props} index={active} />}
          </div>
          <div className="mt-1.5 flex justify-between gap-2 whitespace-nowrap" aria-hidden>
            <span>{starts[0]}</span>
            {starts.length > 2 && <span className="max-sm:hidden">{starts[Math.floor(starts.length / 2)]}</span>}
            {starts.length > 1 && <span>{starts.at(-1)}</span>}
          </div>
        </div>
        {rate && <ChartScale ticks={percents} heightOf={(value) => zero + value * (100 - zero)} className="h-48" />}
      </div>
      <ChartTable caption={caption} {...tableOf(props)} />
    </figure>
  );
}

/** The scale of a share, as the language writes percents. */
const percentTicks = (locale: string): ChartTick[] =>
  [0, 0.5, 1].map((value) => ({ value, text: value.toLocaleString(locale, { style: "percent" }) }));

function firstBar(up: LinkSeries, down: LinkSeries | undefined): string | null {
  const isBar = (series: LinkSeries | undefined, index: number) =>
    (series?.values[index] ?? 0) > 0 && Boolean(series?.hrefs[index]);
  const index = up.values.findIndex((_value, at) => isBar(up, at) || isBar(down, at));
  return index < 0 ? null : `${isBar(up, index) ? "up" : "down"} ${index}`;
}

function legendOf({ up, down, ghost, rate }: LinkChartProps) {
  return [
    { label: up.label, className: FILLS[up.tone] },
    ...(down ? [{ label: down.label, className: FILLS[down.tone] }] : []),
    ...(rate ? [{ label: rate.label, className: "h-0.5 bg-success-text" }] : []),
    ...(ghost ? [{ label: ghost.label, className: "border-muted-foreground/50 border-t bg-neutral-subtle" }] : []),
  ];
}

/** The same numbers for the table below. */
function tableOf({ labels, partName, up, down, ghost, rate }: LinkChartProps): Omit<ChartTableProps, "caption"> {
  const series = [up, ...(down ? [down] : [])];
  const others = [...(rate ? [rate] : []), ...(ghost ? [ghost] : [])];
  return {
    heads: [partName, ...[...series, ...others].map(({ label }) => label)],
    labels,
    cellsOf: (index) => [
      ...series.map(({ label, texts, hrefs }) => ({
        key: label,
        content: hrefs[index] ? (
          <a href={hrefs[index]} className="rounded-sm hover:underline">
            {texts[index]}
          </a>
        ) : (
          texts[index]
        ),
      })),
      ...others.map(({ label, texts }) => ({ key: label, content: texts[index] || "–" })),
    ],
  };
}
