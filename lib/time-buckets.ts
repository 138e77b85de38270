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
  for (let startMs = Date.parse(from); startMs < endMs; ) {
    if (buckets.length === MAX_BUCKETS) return null;
    const nextMs = Math.min(endMs, nextStart(startMs, interval, timeZone));
    buckets.push({ from: new Date(startMs).toISOString(), to: new Date(nextMs).toISOString() });
    startMs = nextMs;
  }
  return buckets;
}

/** The first start of an interval after a moment. */
function nextStart(timeMs: number, interval: Interval, timeZone: string): number {
  const local = new TZDate(timeMs, timeZone);
  if (interval === "hour") return timeMs + HOUR_MS - (local.getMinutes() * 60_000 + (timeMs % 60_000));
  const first = interval === "day" ? local : interval === "week" ? startOfISOWeek(local) : startOfMonth(local);
  const date = format(first, "yyyy-MM-dd");
  if (interval !== "month") return startOfDay(date, timeZone, interval === "day" ? 1 : 7).getTime();
  // Any month is over 31 days after its first.
  const later = format(startOfMonth(new TZDate(startOfDay(date, timeZone, 31).getTime(), timeZone)), "yyyy-MM-dd");
  return startOfDay(later, timeZone).getTime();
}
