import type { Bucket, Interval } from "../time-buckets";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is added to one bucket and taken from another, which count from 1; null for what lies outside of all. */
export interface Moved {
  plus: number | null;
  minus: number | null;
}

/** Whole hours in UTC of one day. */
export interface MovedHours extends Moved {
  day: string;
  fromHour: number;
  toHour: number;
}

/** Less than an hour, which only the rows themselves know. */
export interface MovedRows extends Moved, Bucket {}

/**
 * Which kept totals make up buckets of time. `days` are those in UTC that the buckets begin at, and the end of the last
 * one: each bucket is given its whole days, and then what lies between the midnight in UTC and the bucket's own start
 * moves from one bucket to its neighbour.
 */
export interface Slices {
  days: string[];
  hours: MovedHours[];
  rows: MovedRows[];
}

/** Takes buckets that follow each other apart into what is kept by the day, by the hour, and not at all. */
export function slicesOf(buckets: readonly Bucket[], interval: Interval): Slices {
  const slices: Slices = { days: [], hours: [], rows: [] };
  if (interval === "hour") {
    // A day's midnight may be twelve hours away from them: they are added up by themselves.
    buckets.forEach(({ from, to }, index) => {
      move(slices, Date.parse(from), Date.parse(to), index + 1, null);
    });
    return slices;
  }
  const ends = [...buckets.map(({ from }) => from), ...buckets.slice(-1).map(({ to }) => to)].map(Date.parse);
  ends.forEach((endMs, index) => {
    const midnightMs = Math.round(endMs / DAY_MS) * DAY_MS;
    slices.days.push(new Date(midnightMs).toISOString().slice(0, 10));
    const before = index === 0 ? null : index;
    const after = index === buckets.length ? null : index + 1;
    if (endMs < midnightMs) move(slices, endMs, midnightMs, after, before);
    else move(slices, midnightMs, endMs, before, after);
  });
  return slices;
}

/** Splits a part of one day in UTC (or less than an hour) into whole hours and what is left of others. */
function move(slices: Slices, fromMs: number, toMs: number, plus: number | null, minus: number | null): void {
  const firstMs = Math.min(toMs, Math.ceil(fromMs / HOUR_MS) * HOUR_MS);
  const lastMs = Math.max(firstMs, Math.floor(toMs / HOUR_MS) * HOUR_MS);
  if (firstMs < lastMs) {
    const dayMs = Math.floor(firstMs / DAY_MS) * DAY_MS;
    const [fromHour, toHour] = [(firstMs - dayMs) / HOUR_MS, (lastMs - dayMs) / HOUR_MS];
    slices.hours.push({ day: new Date(dayMs).toISOString().slice(0, 10), fromHour, toHour, plus, minus });
  }
  for (const [from, to] of [
    [fromMs, firstMs],
    [lastMs, toMs],
  ] as const) {
    if (from < to)
      slices.rows.push({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), plus, minus });
  }
}
