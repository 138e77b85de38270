import { TZDate } from "@date-fns/tz";
import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from "date-fns";

/** Ranges that move with the time of reading, as they are written in addresses, and in words. */
export const RELATIVE_RANGES: readonly { value: string; label: string }[] = [
  { value: "today", label: "Today" },
  { value: "yesterday", label: "Yesterday" },
  { value: "last-7d", label: "Last 7 days" },
  { value: "last-30d", label: "Last 30 days" },
  { value: "last-90d", label: "Last 90 days" },
  { value: "this-week", label: "This week" },
  { value: "last-week", label: "Last week" },
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
  { value: "this-quarter", label: "This quarter" },
  { value: "last-quarter", label: "Last quarter" },
  { value: "this-year", label: "This year" },
  { value: "last-year", label: "Last year" },
  { value: "last-24h", label: "Last 24 hours" },
];

const ROLLING = /^last-([1-9]\d{0,3})([hdw])$/;
const PERIODS = {
  week: { start: (day: TZDate) => startOfWeek(day, { weekStartsOn: 1 }), add: addWeeks },
  month: { start: startOfMonth<TZDate, TZDate>, add: addMonths<TZDate, TZDate> },
  quarter: { start: startOfQuarter<TZDate, TZDate>, add: addQuarters<TZDate, TZDate> },
  year: { start: startOfYear<TZDate, TZDate>, add: addYears<TZDate, TZDate> },
} as const;
const UNITS = { h: "hour", d: "day", w: "week" } as const;

/**
 * The moments (ISO 8601, the end excluded) that a relative range means at `now` for a reader in `timeZone`: `today`,
 * `yesterday`, `this-week` (from Monday), `last-month`, `last-30d` (thirty whole days, today among them), `last-4w`, and
 * `last-24h`, whose end is open. `null` for anything else.
 */
export function relativeRange(text: string, timeZone: string, now: Date): { from: string; to: string | null } | null {
  const today = startOfDay(new TZDate(now.getTime(), timeZone));
  if (text === "today") return days(today, addDays(today, 1));
  if (text === "yesterday") return days(addDays(today, -1), today);
  const rolling = ROLLING.exec(text);
  if (rolling) {
    const count = Number(rolling[1]);
    if (rolling[2] === "h") return { from: new Date(now.getTime() - count * 3_600_000).toISOString(), to: null };
    return days(addDays(today, 1 - count * (rolling[2] === "w" ? 7 : 1)), addDays(today, 1));
  }
  const [which, period] = text.split("-");
  if ((which !== "this" && which !== "last") || !isPeriod(period) || text !== `${which}-${period}`) return null;
  const { start, add } = PERIODS[period];
  const begin = start(add(today, which === "last" ? -1 : 0));
  return days(begin, add(begin, 1));
}

/** A relative range in words: "Last 30 days"; the text itself where it is none. */
export function relativeLabel(text: string): string {
  const known = RELATIVE_RANGES.find(({ value }) => value === text)?.label;
  if (known) return known;
  const rolling = ROLLING.exec(text);
  if (!rolling) return text;
  const unit = UNITS[rolling[2] as keyof typeof UNITS];
  return rolling[1] === "1" ? `Last ${unit}` : `Last ${rolling[1]} ${unit}s`;
}

function isPeriod(name: string | undefined): name is keyof typeof PERIODS {
  return name !== undefined && Object.hasOwn(PERIODS, name);
}

function days(from: Date, to: Date): { from: string; to: string } {
  return { from: new Date(from.getTime()).toISOString(), to: new Date(to.getTime()).toISOString() };
}
