import { formatDistanceStrict } from "date-fns";
import { formatTime, type TimeFormat } from "@/lib/time";

/** A moment to the second in its zone, in UTC, and how long ago it was, in lines. */
export function describeTime(moment: string, timeZone: string, timeFormat: TimeFormat, now: Date): string {
  const lines = [
    `${formatTime(moment, timeZone, "second", timeFormat)} (${timeZone})`,
    ...(timeZone === "UTC" ? [] : [formatTime(moment, "UTC", "second", timeFormat)]),
    formatDistanceStrict(new Date(moment), now, { addSuffix: true }),
  ];
  return lines.join("\n");
}
