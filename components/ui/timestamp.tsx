"use client";

import { formatDistanceToNowStrict } from "date-fns";
import { type PointerEvent, useState } from "react";
import { cn } from "@/lib/cn";
import { formatTime, type TimeStyle } from "@/lib/time";
import { useTimeFormat } from "./time-format";

export interface TimestampProps {
  /** ISO 8601 with offset, as the server sends it; `null` shows a dash. */
  value: string | null;
  /** The person's zone, such as `Europe/Berlin`. */
  timeZone: string;
  style?: TimeStyle;
  /** Writes the zone behind the time; for detail pages, where no heading says it. */
  zoneShown?: boolean;
  className?: string;
}

/**
 * A moment on the person's own clock. Hovering tells the second, the zone, UTC and how long ago it was; "how long ago"
 * is worked out only then, so that server and browser render the same.
 */
export function Timestamp({ value, timeZone, style = "minute", zoneShown = false, className }: TimestampProps) {
  const [title, setTitle] = useState<string>();
  const timeFormat = useTimeFormat();
  if (value === null) return <span className="text-muted-foreground">–</span>;

  function describe(event: PointerEvent<HTMLTimeElement>) {
    const moment = event.currentTarget.dateTime;
    setTitle(
      [
        `${formatTime(moment, timeZone, "second", timeFormat)} (${timeZone})`,
        formatTime(moment, "UTC", "second", timeFormat),
        formatDistanceToNowStrict(new Date(moment), { addSuffix: true }),
      ].join("\n"),
    );
  }

  return (
    <time
      dateTime={value}
      title={title}
      onPointerEnter={describe}
      className={cn("tabular-nums", !zoneShown && "whitespace-nowrap", className)}
    >
      {formatTime(value, timeZone, style, timeFormat)}
      {zoneShown && <span className="text-muted-foreground"> {timeZone}</span>}
    </time>
  );
}
