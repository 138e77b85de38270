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
import { ROLLING_RANGE as ROLLING } from "./list-date-words";

const PERIODS = {
  week: { start: (day: TZDate) => startOfWeek(day, { weekStartsOn: 1 }), add: addWeeks },
  month: { start: startOfMonth<TZDate, TZDate>, add: addMonths<TZDate, TZDate> },
  quarter: { start: startOfQuarter<TZDate, TZDate>, add: addQuarters<TZDate, TZDate> },
  year: { start: startOfYear<TZDate, TZDate>, add: addYears<TZDate, TZDate> },
} as const;

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

function isPeriod(name: string | undefined): name is keyof typeof PERIODS {
  return name !== undefined && Object.hasOwn(PERIODS, name);
}

function days(from: Date, to: Date): { from: string; to: string } {
  return { from: new Date(from.getTime()).toISOString(), to: new Date(to.getTime()).toISOString() };
}
