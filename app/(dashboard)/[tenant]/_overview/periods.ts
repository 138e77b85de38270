import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import { formatTime, startOfDay, type TimeFormat } from "@/lib/time";
import type { Bucket } from "@/lib/time-buckets";

/** Whose days and whose way of writing them. */
export type Reader = TimeFormat & { timeZone: string };

/** What a range is compared with. */
export const COMPARISONS = ["previous", "year", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Calendar dates of a range, the last one excluded; `null` if it does not begin and end with a day of the zone. */
export function datesOf({ from, to }: Bucket, timeZone: string): { from: string; to: string } | null {
  const dates = { from: dateOf(from, timeZone), to: dateOf(to, timeZone) };
  const isWhole = (["from", "to"] as const).every(
    (end) => startOfDay(dates[end], timeZone).getTime() === Date.parse(end === "from" ? from : to),
  );
  return isWhole ? dates : null;
}

/** The day that a moment lies in, on the clock of a zone. */
export function dateOf(moment: string, timeZone: string): string {
  return format(new TZDate(Date.parse(moment), timeZone), "yyyy-MM-dd");
}

/**
 * The range to compare with. Months, quarters and what has passed of them are compared with those before, other ranges
 * with as many days before. Of a range that is not over, what has passed is compared with as much time, for an hour's
 * takings are always less than a day's.
 */
export function comparedWith(range: Bucket, comparison: Comparison, timeZone: string, now: Date): Bucket | null {
  if (comparison === "none") return null;
  const dates = datesOf(range, timeZone);
  const [fromMs, toMs] = [Date.parse(range.from), Date.parse(range.to)];
  const months = comparison === "year" ? 12 : dates && monthsOf(dates);
  let [earlierMs, endMs] = [fromMs - (toMs - fromMs), fromMs];
  if (dates && months) {
    earlierMs = startOfDay(monthsBefore(dates.from, months), timeZone).getTime();
    const lastDay = monthsBefore(daysAfter(dates.to, -1), months);
    const end = isFirst(dates.to) ? monthsBefore(dates.to, months) : daysAfter(lastDay, 1);
    endMs = startOfDay(end, timeZone).getTime();
  } else if (dates) {
    earlierMs = startOfDay(daysAfter(dates.from, -daysBetween(dates)), timeZone).getTime();
  } else if (comparison === "year") {
    const shiftMs = fromMs - startOfDay(monthsBefore(dateOf(range.from, timeZone), 12), timeZone).getTime();
    const dayMs = fromMs - startOfDay(dateOf(range.from, timeZone), timeZone).getTime();
    [earlierMs, endMs] = [fromMs - shiftMs + dayMs, toMs - shiftMs + dayMs];
  }
  const passedMs = Math.floor((now.getTime() - fromMs) / MINUTE_MS) * MINUTE_MS;
  if (passedMs > 0 && now.getTime() < toMs) endMs = Math.min(endMs, earlierMs + passedMs);
  return { from: new Date(earlierMs).toISOString(), to: new Date(endMs).toISOString() };
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const isFirst = (date: string) => date.endsWith("-01");
const daysAfter = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
const daysBetween = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The same day some months before, or the last one of its month. */
function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** How many months before a range is compared with, if it is one of months, or what has passed of a month or quarter. */
function monthsOf({ from, to }: { from: string; to: string }): number | null {
  if (!isFirst(from)) return null;
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, last] = [monthOf(from), monthOf(daysAfter(to, -1))];
  if (first === last) return 1;
  if (isFirst(to)) return last - first + 1;
  return first % 3 === 0 && last - first < 3 ? 3 : null;
}

/** A range in words, such as "22 Oct 2026 – 20 Nov 2026", as the person wants days written. */
export function spanText(range: Bucket, reader: Reader): string {
  const dates = datesOf(range, reader.timeZone);
  if (!dates)
    return [range.from, range.to].map((one) => formatTime(one, reader.timeZone, "minute", reader)).join(" – ");
  const print = (date: string) => formatTime(`${date}T00:00:00Z`, "UTC", "date", reader);
  const last = daysAfter(dates.to, -1);
  return last <= dates.from ? print(dates.from) : `${print(dates.from)} – ${print(last)}`;
}

/** A range as the texts of a list's date filter: days where it is one of days, else moments. */
export function rangeTexts(range: Bucket, timeZone: string): { fromText: string; toText: string } {
  const dates = datesOf(range, timeZone);
  if (dates && dates.from < dates.to) return { fromText: dates.from, toText: daysAfter(dates.to, -1) };
  const short = (moment: string) => moment.replace(".000Z", "Z");
  return { fromText: short(range.from), toText: short(range.to) };
}
