import { TZDate } from "@date-fns/tz";
import { format, startOfISOWeek, startOfMonth } from "date-fns";
import { startOfDay } from "./time";

export const INTERVALS = ["hour", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];

/** A part of a range of time, moments in UTC (ISO 8601), the end excluded. */
export interface Bucket {
  from: string;
  to: string;
}

/** More than this nobody can tell apart in a chart, nor wants in one answer. */
export const MAX_BUCKETS = 400;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The interval that shows a range in so many parts as can be told apart; days as long as they fit. */
export function intervalFor({ from, to }: Bucket): Interval {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  // An hour more: the clocks may go back within the range.
  if (days <= 2.1) return "hour";
  if (days <= 62.1) return "day";
  return days <= 190 ? "week" : "month";
}

/**
 * Takes a range apart at each hour, midnight, Monday or first of a month on the clock of `timeZone`; the first and the
 * last part may be shorter. `null` if there would be more than `MAX_BUCKETS`; none for an empty range.
 * @throws RangeError for an unknown zone
 */
export function bucketsOf({ from, to }: Bucket, interval: Interval, timeZone: string): Bucket[] | null {
  const buckets: Bucket[] = [];
  const endMs = Date.parse(to);
  const ends =
    interval === "hour" ? hourEnds(Date.parse(from), timeZone) : dateEnds(Date.parse(from), interval, timeZone);
  for (let startMs = Date.parse(from); startMs < endMs; ) {
    if (buckets.length === MAX_BUCKETS) return null;
    const nextMs = Math.min(endMs, ends.next().value);
    buckets.push({ from: new Date(startMs).toISOString(), to: new Date(nextMs).toISOString() });
    startMs = nextMs;
  }
  return buckets;
}

/** The full hours of a zone's clock after a moment. */
function* hourEnds(afterMs: number, timeZone: string): Generator<number, never> {
  for (let endMs = afterMs; ; ) {
    endMs += HOUR_MS - (new TZDate(endMs, timeZone).getMinutes() * 60_000 + (endMs % 60_000));
    yield endMs;
  }
}

/** The midnights of a zone after a moment that begin a day, week or month. */
function* dateEnds(afterMs: number, interval: Exclude<Interval, "hour">, timeZone: string): Generator<number, never> {
  const local = new TZDate(afterMs, timeZone);
  const first = interval === "day" ? local : interval === "week" ? startOfISOWeek(local) : startOfMonth(local);
  // From the first date on it is the calendar's arithmetic, which is the same in all zones.
  const date = new Date(`${format(first, "yyyy-MM-dd")}T00:00:00Z`);
  for (let lastMs = afterMs; ; ) {
    if (interval === "month") date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCDate(date.getUTCDate() + (interval === "day" ? 1 : 7));
    const endMs = startOfDay(date.toISOString().slice(0, 10), timeZone).getTime();
    // A day that a zone leaves out, where it crosses the date line, begins with the next one.
    if (endMs <= lastMs) continue;
    lastMs = endMs;
    yield endMs;
  }
}
