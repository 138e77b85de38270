const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between tries: quick at first, for a restart; then longer, up to about three days in all. */
const DELAYS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

export const MAX_TRIES = DELAYS_MS.length + 1;

const MAX_ASKED_MS = 24 * HOUR;

/**
 * An endpoint at which nothing arrived for this long, in `MAX_TRIES` requests or more, is switched off: with the last try
 * of the first message, however chance shortened its waits.
 */
export const FAILING_TOO_LONG_MS = 66 * HOUR;

/**
 * Milliseconds until the next try, or null after the last one.
 * @param tries how many there were, this one included
 * @param random from 0 to 1: messages that failed together are not sent again together
 * @param askedMs what the receiver asked for by `Retry-After`, if it did; it lengthens a wait, up to a day
 */
export function delayAfter(tries: number, random: number, askedMs: number | null): number | null {
  const delay = DELAYS_MS[tries - 1];
  if (delay === undefined) return null;
  const jittered = Math.round(delay * (0.9 + 0.2 * random));
  return Math.max(jittered, Math.min(askedMs ?? 0, MAX_ASKED_MS));
}

/** Milliseconds that a `Retry-After` header asks for: seconds or a date; null without one that can be read. */
export function readRetryAfter(value: string | undefined, nowMs: number): number | null {
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
