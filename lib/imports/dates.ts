import { TZDate } from "@date-fns/tz";
import { isCalendarDate, isTimeZone, parseDateTime } from "../time";

/** Reads one line's date; null if the text does not fit the format or the day does not exist. */
export type DateReader = (text: string) => Date | null;

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

const TOKENS = {
  YYYY: { part: "year", pattern: "\\d{4}" },
  MMMM: { part: "month", pattern: MONTHS.join("|") },
  MMM: { part: "month", pattern: MONTHS.map((month) => month.slice(0, 3)).join("|") },
  MM: { part: "month", pattern: "\\d{2}" },
  M: { part: "month", pattern: "\\d{1,2}" },
  DD: { part: "day", pattern: "\\d{2}" },
  D: { part: "day", pattern: "\\d{1,2}" },
  HH: { part: "hour", pattern: "\\d{2}" },
  H: { part: "hour", pattern: "\\d{1,2}" },
  mm: { part: "minute", pattern: "\\d{2}" },
  ss: { part: "second", pattern: "\\d{2}" },
} as const;
type Token = keyof typeof TOKENS;

const TOKEN = /YYYY|MMMM|MMM|MM|M|DD|D|HH|H|mm|ss/g;

/** The days of a file are few; working out a zone's offset for each line would cost more than all the rest. */
const MAX_REMEMBERED = 10_000;

/** What is wrong with a format, as a sentence, or null: it must name year, month and day, and nothing twice. */
export function dateFormatProblem(format: string): string | null {
  if (format === "ISO") return null;
  const parts = tokensOf(format).map((token) => TOKENS[token].part as string);
  if (new Set(parts).size < parts.length) return "Names a part of the date twice";
  const missing = ["year", "month", "day"].filter((part) => !parts.includes(part));
  if (missing.length > 0) return `Lacks the ${missing.join(", ")}: use YYYY, MM or M or MMMM or MMM, and DD or D`;
  if (/[a-z]/i.test(format.replace(TOKEN, "").replace(/T/g, ""))) return "Has letters that stand for nothing";
  return null;
}

/**
 * Compiles a format: YYYY, M, MM, MMM (Jan), MMMM (January), D, DD, H, HH, mm, ss; all else stands for itself. `ISO`
 * reads 2026-01-31 and 2026-01-31T09:30:00+01:00. A date without an offset is meant in `timeZone`.
 */
export function dateReader(format: string, timeZone: string): DateReader {
  const problem = dateFormatProblem(format) ?? (isTimeZone(timeZone) ? null : "is not a time zone");
  if (problem) throw new RangeError(problem);
  const read = format === "ISO" ? isoReader(timeZone) : patternReader(format, timeZone);
  const known = new Map<string, Date | null>();
  return (text) => {
    let date = known.get(text);
    if (date === undefined) {
      date = read(text.trim());
      if (known.size >= MAX_REMEMBERED) known.clear();
      known.set(text, date);
    }
    return date;
  };
}

function isoReader(timeZone: string): DateReader {
  const day = patternReader("YYYY-MM-DD", timeZone);
  return (text) => parseDateTime(text) ?? day(text);
}

function patternReader(format: string, timeZone: string): DateReader {
  const tokens = tokensOf(format);
  const literals = format.split(TOKEN).map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const pattern = new RegExp(
    `^${literals[0]}${tokens.map((token, i) => `(${TOKENS[token].pattern})${literals[i + 1]}`).join("")}$`,
    "i",
  );
  return (text) => {
    const values = pattern.exec(text)?.slice(1);
    if (!values) return null;
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const [i, token] of tokens.entries()) parts[TOKENS[token].part] = numberOf(values[i] ?? "");
    return momentOf(parts, timeZone);
  };
}

function momentOf(parts: Record<(typeof TOKENS)[Token]["part"], number>, timeZone: string): Date | null {
  const { year, month, day, hour, minute, second } = parts;
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (!isCalendarDate(date) || hour > 23 || minute > 59 || second > 59) return null;
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime());
}

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return MONTHS.findIndex((month) => month.startsWith(text.toLowerCase())) + 1;
}

function tokensOf(format: string): Token[] {
  return (format.match(TOKEN) as Token[] | null) ?? [];
}
