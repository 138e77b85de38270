/** Moments in UTC (ISO 8601), the end excluded; null: open. */
export interface TimeRange {
  from: string | null;
  to: string | null;
}

const DAY_MS = 86_400_000;

/** How long a unit is, and when one of it began: weeks on Mondays, such as 5 January 1970. */
const UNITS = { day: { lengthMs: DAY_MS, startMs: 0 }, week: { lengthMs: 7 * DAY_MS, startMs: 4 * DAY_MS } };

/**
 * Takes a range apart into its whole days or weeks in UTC, and what is left before and after them.
 * @returns `whole` null if there is no whole one in it
 */
export function splitRange(
  { from, to }: TimeRange,
  unit: keyof typeof UNITS,
): { whole: TimeRange | null; rest: TimeRange[] } {
  const { lengthMs, startMs } = UNITS[unit];
  const round = (time: string, way: (units: number) => number) =>
    way((Date.parse(time) - startMs) / lengthMs) * lengthMs + startMs;
  const first = from === null ? null : round(from, Math.ceil);
  const end = to === null ? null : round(to, Math.floor);
  if (first !== null && end !== null && first >= end) return { whole: null, rest: [{ from, to }] };
  const whole = { from: textOf(first), to: textOf(end) };
  const rest = [
    ...(from !== null && whole.from !== from ? [{ from, to: whole.from }] : []),
    ...(to !== null && whole.to !== to ? [{ from: whole.to, to }] : []),
  ];
  return { whole, rest };
}

function textOf(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
