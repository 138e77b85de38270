"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { ChartHint } from "./chart-hint";
import { ChartTable } from "./chart-table";
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
  ticks: readonly { value: number; text: string }[];
}

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/**
 * Bars that lead to what they count. One of them is reached by Tab, the others from there by the arrow keys; whoever
 * wants exact numbers has the same as a table below.
 */
export function LinkChart(props: LinkChartProps) {
  const { caption, labels, starts, up, down, ghost, rate, ticks } = props;
  const router = useRouter();
  const [active, setActive] = useState<number | null>(null);
  const [reached, setReached] = useState<string | null>(null);
  const bars = useRef<HTMLDivElement>(null);
  const [low, high] = [Math.min(0, ticks[0]?.value ?? 0), ticks.at(-1)?.value || 1];
  const heightOf = (value: number) => (value / (high - low)) * 100;
  const zero = heightOf(-low);
  const first = firstBar(up, down);

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
      <figcaption className="sr-only">{caption}. Use the arrow keys to go from bar to bar.</figcaption>
      <Legend {...props} />
      <div className="flex gap-2 text-2xs text-muted-foreground tabular-nums">
        <Scale ticks={ticks} heightOf={(value) => heightOf(value - low)} />
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
        {rate && <Scale ticks={PERCENTS} heightOf={(value) => zero + value * (100 - zero)} />}
      </div>
      <ChartTable {...props} />
    </figure>
  );
}

const PERCENTS = [0, 0.5, 1].map((value) => ({ value, text: `${value * 100}%` }));

function firstBar(up: LinkSeries, down: LinkSeries | undefined): string | null {
  const isBar = (series: LinkSeries | undefined, index: number) =>
    (series?.values[index] ?? 0) > 0 && Boolean(series?.hrefs[index]);
  const index = up.values.findIndex((_value, at) => isBar(up, at) || isBar(down, at));
  return index < 0 ? null : `${isBar(up, index) ? "up" : "down"} ${index}`;
}

function columnAt({ currentTarget, clientX }: { currentTarget: HTMLElement; clientX: number }, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)));
}

function Legend({ up, down, ghost, rate }: LinkChartProps) {
  const entries = [
    { label: up.label, className: FILLS[up.tone] },
    ...(down ? [{ label: down.label, className: FILLS[down.tone] }] : []),
    ...(rate ? [{ label: rate.label, className: "h-0.5 bg-success-text" }] : []),
    ...(ghost ? [{ label: ghost.label, className: "border-muted-foreground/50 border-t bg-neutral-subtle" }] : []),
  ];
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

/** Texts of the scale's lines, in the room of the widest. */
function Scale({ ticks, heightOf }: { ticks: LinkChartProps["ticks"]; heightOf: (value: number) => number }) {
  return (
    <div className="relative h-48 shrink-0" aria-hidden>
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
