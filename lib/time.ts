import { TZDate } from "@date-fns/tz";
import type { Locale } from "./locale";

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

// Outside of these years a sum with an offset or a day can leave the four-digit years that PostgreSQL and ISO 8601 share.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** How a moment is written: a day, a time to the minute, or to the second with its offset from UTC. */
export type TimeStyle = "date" | "minute" | "second";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const GERMAN_MONTHS = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(" ");
const two = (value: number) => String(value).padStart(2, "0");
const yearOf = (local: Date) => String(local.getUTCFullYear()).padStart(4, "0");
const monthOf = (local: Date) => two(local.getUTCMonth() + 1);
const dayOf = (local: Date) => two(local.getUTCDate());

/** "5 Mar", in German "5. März". */
const dayAndMonth = (local: Date, locale: Locale | undefined) =>
  locale === "de"
    ? `${local.getUTCDate()}. ${GERMAN_MONTHS[local.getUTCMonth()]}`
    : `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;

/** How days may be written: the names are what people choose by and what is stored. */
const DATE_WRITERS = {
  "D MMM YYYY": (local: Date, locale?: Locale) => `${dayAndMonth(local, locale)} ${yearOf(local)}`,
  "YYYY-MM-DD": (local: Date) => `${yearOf(local)}-${monthOf(local)}-${dayOf(local)}`,
  "DD/MM/YYYY": (local: Date) => `${dayOf(local)}/${monthOf(local)}/${yearOf(local)}`,
  "MM/DD/YYYY": (local: Date) => `${monthOf(local)}/${dayOf(local)}/${yearOf(local)}`,
  "DD.MM.YYYY": (local: Date) => `${dayOf(local)}.${monthOf(local)}.${yearOf(local)}`,
} as const;
const CLOCK_WRITERS = {
  "24h": (local: Date, seconds: string) => `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}${seconds}`,
  "12h": (local: Date, seconds: string) =>
    `${local.getUTCHours() % 12 || 12}:${two(local.getUTCMinutes())}${seconds} ${local.getUTCHours() < 12 ? "AM" : "PM"}`,
} as const;

export type DateFormat = keyof typeof DATE_WRITERS;
export type Clock = keyof typeof CLOCK_WRITERS;
export const DATE_FORMATS = Object.keys(DATE_WRITERS) as [DateFormat, ...DateFormat[]];
export const CLOCKS = Object.keys(CLOCK_WRITERS) as [Clock, ...Clock[]];

/** How a person wants times written. */
export interface TimeFormat {
  dateFormat: DateFormat;
  clock: Clock;
  /** Language of the names of months: that of the page. Without one they are English, as in files. */
  locale?: Locale;
}

export const DEFAULT_TIME_FORMAT: TimeFormat = { dateFormat: "D MMM YYYY", clock: "24h" };

/** True if `name` is a time zone that this platform knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * A moment as the clock of `timeZone` shows it. The same text on server and browser, since no locale data of theirs is used.
 * Throws a RangeError for an invalid moment or an unknown zone.
 */
export function formatTime(
  instant: Date | string | number,
  timeZone: string,
  style: TimeStyle = "minute",
  timeFormat: TimeFormat = DEFAULT_TIME_FORMAT,
): string {
  const instantMs = new Date(instant).getTime();
  if (Number.isNaN(instantMs)) throw new RangeError("Invalid time");
  const { dateFormat, clock, locale } = timeFormat;
  const offset = offsetMinutes(instantMs, timeZone);
  // The zone's clock as if it were that of UTC: reading it is then plain arithmetic.
  const local = new Date(instantMs + offset * 60_000);
  const date = DATE_WRITERS[dateFormat](local, locale);
  if (style === "date") return date;
  const time = CLOCK_WRITERS[clock](local, style === "second" ? `:${two(local.getUTCSeconds())}` : "");
  return `${date}${dateFormat === "YYYY-MM-DD" ? " " : ", "}${time}${style === "second" ? ` ${zoneText(offset)}` : ""}`;
}

const QUARTER_MS = 15 * 60_000;
const offsets = new Map<string, number>();

/** Minutes ahead of UTC. No zone changes its clocks but on a quarter of an hour, so a file of a million times asks few. */
function offsetMinutes(instantMs: number, timeZone: string): number {
  const quarter = Math.floor(instantMs / QUARTER_MS);
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = -new TZDate(quarter * QUARTER_MS, timeZone).getTimezoneOffset();
  if (Number.isNaN(offset)) throw new RangeError(`Unknown time zone ${JSON.stringify(timeZone)}`);
  if (offsets.size >= 10_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** A moment for other programs, in a zone and with its offset: `2026-01-31T10:30:00+01:00`. */
export function formatIsoTime(instant: string, timeZone: string): string {
  const instantMs = Date.parse(instant);
  const offset = offsetMinutes(instantMs, timeZone);
  return `${new Date(instantMs + offset * 60_000).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

/** `UTC+05:30` for 330 minutes ahead of UTC, and `UTC` for none. */
function zoneText(offset: number): string {
  return offset === 0 ? "UTC" : `UTC${offsetText(offset)}`;
}

/** `+05:30` for 330 minutes ahead of UTC. */
function offsetText(offset: number): string {
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
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

const dayStarts = new Map<string, number>();

/**
 * The first moment of a day in a zone, `dayOffset` days later; where the clocks skip midnight, the first that exists.
 * `date` must be a calendar date. Throws a RangeError for an unknown zone.
 */
export function startOfDay(date: string, timeZone: string, dayOffset = 0): Date {
  // A chart asks for all its days, and the zone's rules are slow to ask.
  const key = `${timeZone} ${date} ${dayOffset}`;
  const known = dayStarts.get(key);
  if (known !== undefined) return new Date(known);
  const [year, month, day] = date.split("-").map(Number);
  const startMs = new TZDate(Number(year), Number(month) - 1, Number(day) + dayOffset, timeZone).getTime();
  if (Number.isNaN(startMs)) throw new RangeError(`No start of ${date} in ${JSON.stringify(timeZone)}`);
  if (dayStarts.size >= 10_000) dayStarts.clear();
  dayStarts.set(key, startMs);
  return new Date(startMs);
}
