const DAY_MS = 86_400_000;

/** The last `count` days up to and with `today` (UTC), oldest first, as `2026-01-31`. */
export function dayNames(today: string, count: number): string[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** One entry for every day, with `nothing` where there is no row. */
export function fillDays<Row extends { day: string }, Value extends object>(
  days: readonly string[],
  rows: readonly Row[],
  read: (row: Row) => Value,
  nothing: Value,
): (Value & { day: string })[] {
  const byDay = new Map(rows.map((row) => [row.day, read(row)]));
  return days.map((day) => ({ day, ...(byDay.get(day) ?? nothing) }));
}
