"use client";

import { cn } from "@/lib/cn";
import { formatTime, type TimeFormat, type TimeStyle } from "@/lib/time";
import { Absent } from "./absent";
import { plain } from "./plain";
import { useTimeFormat } from "./time-format";

export interface TimestampProps {
  /** ISO 8601 with offset, as the server sends it; `null` shows a dash. */
  value: string | null;
  /** The person's zone, such as `Europe/Berlin`. */
  timeZone: string;
  style?: TimeStyle;
  /** Writes the zone behind the time, and lets the keyboard reach it; for detail pages, where no heading says it. */
  zoneShown?: boolean;
  /** Lets the keyboard reach it where the zone is written otherwise; for the facts of detail pages. */
  isReachable?: boolean;
  className?: string;
}

/**
 * A moment on the person's own clock. It is a plain element: `TimeHints`, once for the whole app, tells the second, the
 * zone, UTC and how long ago it was.
 */
export const Timestamp = plain(
  function Timestamp(props: TimestampProps) {
    return timestamp(props, useTimeFormat());
  },
  (props, { timeFormat }) => timestamp(props, timeFormat),
);

function timestamp(props: TimestampProps, timeFormat: TimeFormat) {
  const { value, timeZone, style = "minute", zoneShown = false, isReachable = zoneShown, className } = props;
  if (value === null) return <Absent />;
  return (
    <time
      dateTime={value}
      data-zone={timeZone}
      // Only by focus does the keyboard get the hint; in a table, where each row has times, it would be in the way.
      tabIndex={isReachable ? 0 : undefined}
      className={cn("tabular-nums", !zoneShown && "whitespace-nowrap", className)}
    >
      {formatTime(value, timeZone, style, timeFormat)}
      {zoneShown && <span className="text-muted-foreground"> {timeZone}</span>}
    </time>
  );
}
