import { type FormatDistanceToken, formatDistanceStrict } from "date-fns";
import type { Texts } from "@/lib/messages/texts";
import { formatTime, type TimeFormat } from "@/lib/time";

/** What a distance is counted in; `formatDistanceStrict` knows no other. */
const UNITS = {
  xSeconds: "seconds",
  xMinutes: "minutes",
  xHours: "hours",
  xDays: "days",
  xMonths: "months",
  xYears: "years",
} as const satisfies Partial<Record<FormatDistanceToken, string>>;

const isUnit = (token: string): token is keyof typeof UNITS => token in UNITS;

/** A moment to the second in its zone, in UTC, and how long ago it was, in lines. */
export function describeTime(
  t: Texts<"client.ui">,
  moment: string,
  timeZone: string,
  timeFormat: TimeFormat,
  now: Date,
): string {
  const inUtc = formatTime(moment, "UTC", "second", timeFormat);
  const own = `${formatTime(moment, timeZone, "second", timeFormat)} (${timeZone})`;
  return [...(timeZone === "UTC" ? [] : [own]), inUtc, distanceOf(t, moment, now)].join("\n");
}

/** "2 hours ago", "in 1 day". */
function distanceOf(t: Texts<"client.ui">, moment: string, now: Date): string {
  const side = Date.parse(moment) > now.getTime() ? "future" : "past";
  const formatDistance = (token: string, count: number) =>
    t(`${side}.${isUnit(token) ? UNITS[token] : "seconds"}`, { count });
  return formatDistanceStrict(new Date(moment), now, { locale: { formatDistance } });
}
