import { splitRange, type TimeRange } from "../time-range";

/** Whole days in UTC by how their totals are kept: whole weeks, from Monday to Monday, and single days. */
export interface KeptParts {
  /** Dates, the end excluded; an open one is infinity. */
  weeks: { from: string; to: string }[];
  dates: string[];
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Takes ranges of whole days in UTC apart, each by itself; neighbours among them must follow each other. */
export function keptParts(ranges: readonly TimeRange[]): KeptParts {
  const parts: KeptParts = { weeks: [], dates: [] };
  for (const range of ranges) {
    const isShort = range.from !== null && range.to !== null && Date.parse(range.to) - Date.parse(range.from) < WEEK_MS;
    const { whole, rest } = isShort ? { whole: null, rest: [range] } : splitRange(range, "week");
    for (const one of rest) parts.dates.push(...datesOf(one));
    if (whole) addWeeks(parts, whole);
  }
  return parts;
}

function datesOf({ from, to }: TimeRange): string[] {
  // Only whole weeks have no end.
  if (from === null || to === null) throw new Error("days around whole weeks have a first and a last one");
  const dates: string[] = [];
  const endMs = Date.parse(to);
  for (let timeMs = Date.parse(from); timeMs < endMs; timeMs += DAY_MS)
    dates.push(new Date(timeMs).toISOString().slice(0, 10));
  return dates;
}

function addWeeks({ weeks }: KeptParts, { from, to }: TimeRange): void {
  const added = { from: from?.slice(0, 10) ?? "-infinity", to: to?.slice(0, 10) ?? "infinity" };
  const last = weeks.at(-1);
  if (last && last.to === added.from) last.to = added.to;
  else weeks.push(added);
}
