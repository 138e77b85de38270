/** Moments in UTC (ISO 8601), the end excluded; null: open. */
export interface TimeRange {
  from: string | null;
  to: string | null;
}

const DAY_MS = 86_400_000;

/**
 * Takes a range apart into its whole days in UTC, and what is left before and after them.
 * @returns `days` null if there is no whole day in it
 */
export function splitRange({ from, to }: TimeRange): { days: TimeRange | null; rest: TimeRange[] } {
  const first = from === null ? null : Math.ceil(Date.parse(from) / DAY_MS) * DAY_MS;
  const end = to === null ? null : Math.floor(Date.parse(to) / DAY_MS) * DAY_MS;
  if (first !== null && end !== null && first >= end) return { days: null, rest: [{ from, to }] };
  const days = { from: textOf(first), to: textOf(end) };
  const rest = [
    ...(from !== null && days.from !== from ? [{ from, to: days.from }] : []),
    ...(to !== null && days.to !== to ? [{ from: days.to, to }] : []),
  ];
  return { days, rest };
}

function textOf(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
