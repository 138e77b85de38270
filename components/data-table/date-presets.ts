import { TZDate } from "@date-fns/tz";
import { format, startOfMonth, subDays, subMonths } from "date-fns";

export interface DateRange {
  from: string;
  to: string;
}

/** Ranges that people ask for most, in whole days of `timeZone`, both ends included. */
export const DATE_PRESETS: readonly { label: string; range: (now: Date, timeZone: string) => DateRange }[] = [
  { label: "Today", range: (now, timeZone) => days(now, timeZone, (today) => [today, today]) },
  { label: "Last 7 days", range: (now, timeZone) => days(now, timeZone, (today) => [subDays(today, 6), today]) },
  { label: "Last 30 days", range: (now, timeZone) => days(now, timeZone, (today) => [subDays(today, 29), today]) },
  { label: "This month", range: (now, timeZone) => days(now, timeZone, (today) => [startOfMonth(today), today]) },
  {
    label: "Last month",
    range: (now, timeZone) =>
      days(now, timeZone, (today) => [startOfMonth(subMonths(today, 1)), subDays(startOfMonth(today), 1)]),
  },
];

function days(now: Date, timeZone: string, ends: (today: TZDate) => [TZDate, TZDate]): DateRange {
  const [from, to] = ends(new TZDate(now.getTime(), timeZone));
  return { from: format(from, "yyyy-MM-dd"), to: format(to, "yyyy-MM-dd") };
}
