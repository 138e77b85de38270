import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

// Outside of these years a sum with an offset or a day can leave the four-digit years that PostgreSQL and ISO 8601 share.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** How a moment is written: a day, a time to the minute, or to the second with its offset from UTC. */
export type TimeStyle = "date" | "minute" | "second";

/** How days may be written: the names are what people choose by and what is stored, the values are date-fns's. */
const DATE_PATTERNS = {
  "D MMM YYYY": "d MMM yyyy",
  "YYYY-MM-DD": "yyyy-MM-dd",
  "DD/MM/YYYY": "dd/MM/yyyy",
  "MM/DD/YYYY": "MM/dd/yyyy",
  "DD.MM.YYYY": "dd.MM.yyyy",
} as const;
const CLOCK_PATTERNS = {
  "24h": { minute: "HH:mm", second: "HH:mm:ss" },
  "12h": { minute: "h:mm a", second: "h:mm:ss a" },
} as const;

export type DateFormat = keyof typeof DATE_PATTERNS;
export type Clock = keyof typeof CLOCK_PATTERNS;
export const DATE_FORMATS = Object.keys(DATE_PATTERNS) as [DateFormat, ...DateFormat[]];
export const CLOCKS = Object.keys(CLOCK_PATTERNS) as [Clock, ...Clock[]];

/** How a person wants times written. None of it depends on a language. */
export interface TimeFormat {
  dateFormat: DateFormat;
  clock: Clock;
}

export const DEFAULT_TIME_FORMAT: TimeFormat = { dateFormat: "D MMM YYYY", clock: "24h" };

function patternOf(style: TimeStyle, { dateFormat, clock }: TimeFormat): string {
  const date = DATE_PATTERNS[dateFormat];
  if (style === "date") return date;
  const divider = dateFormat === "YYYY-MM-DD" ? " " : ", ";
  return `${date}${divider}${CLOCK_PATTERNS[clock][style]}${style === "second" ? " 'UTC'xxx" : ""}`;
}

/** True if `name` is a time zone that this platform knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * A moment as the clock of `timeZone` shows it. The same text on server and browser, since no locale data is used.
 * Throws a RangeError for an invalid moment.
 */
export function formatTime(
  instant: Date | string | number,
  timeZone: string,
  style: TimeStyle = "minute",
  timeFormat: TimeFormat = DEFAULT_TIME_FORMAT,
): string {
  return format(new TZDate(new Date(instant).getTime(), timeZone), patternOf(style, timeFormat));
}

/** True if `text` is a day that exists, written `2026-01-31`, between 1900 and 2999. */
export function isCalendarDate(text: string): boolean {
  const match = CALENDAR_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The moment of a date-time with offset (`2026-01-31T09:30:00+01:00`), or `null` if `text` is not one or is out of range. */
export function parseDateTime(text: string): Date | null {
  const match = DATE_TIME.exec(text);
  if (!match?.[1] || !isCalendarDate(match[1])) return null;
  const [hours, minutes, seconds] = [match[2], match[3], match[4] ?? "0"].map(Number) as [number, number, number];
  const [offsetHours, offsetMinutes] = (match[6] === "Z" ? "+00:00" : (match[6] ?? "")).slice(1).split(":").map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59 || Number(offsetHours) > 14 || Number(offsetMinutes) > 59) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/**
 * The first moment of a day in a zone, `dayOffset` days later; where the clocks skip midnight, the first that exists.
 * `date` must be a calendar date. Throws a RangeError for an unknown zone.
 */
export function startOfDay(date: string, timeZone: string, dayOffset = 0): Date {
  const [year, month, day] = date.split("-").map(Number);
  const start = new TZDate(Number(year), Number(month) - 1, Number(day) + dayOffset, timeZone);
  if (Number.isNaN(start.getTime())) throw new RangeError(`No start of ${date} in ${JSON.stringify(timeZone)}`);
  return new Date(start.getTime());
}
