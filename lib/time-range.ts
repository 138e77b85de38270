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
  const round = (timeMs: number | null, way: (units: number) => number) =>
    timeMs === null ? null : way((timeMs - startMs) / lengthMs) * lengthMs + startMs;
  const [fromMs, toMs] = [timeOf(from), timeOf(to)];
  const [firstMs, endMs] = [round(fromMs, Math.ceil), round(toMs, Math.floor)];
  if (firstMs !== null && endMs !== null && firstMs >= endMs) return { whole: null, rest: [{ from, to }] };
  const whole = { from: firstMs === fromMs ? from : textOf(firstMs), to: endMs === toMs ? to : textOf(endMs) };
  const rest = [
    ...(firstMs === fromMs ? [] : [{ from, to: whole.from }]),
    ...(endMs === toMs ? [] : [{ from: whole.to, to }]),
  ];
  return { whole, rest };
}

function timeOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function textOf(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
