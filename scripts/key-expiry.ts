import { isCalendarDate, parseDateTime } from "@/lib/time";
import { OperatorError } from "./operator-error";

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000 };
const MAX_DAYS = 36_500;

/**
 * When a key ends, as a date-time in UTC: `90d` or `12h` from now, the beginning of a day in UTC, or a time with offset.
 * @throws OperatorError for anything else
 */
export function parseExpiry(text: string, now: Date): string {
  const [, amount, unit = ""] = /^(\d{1,6})([dh])$/.exec(text) ?? [];
  const spanMs = Number(amount) * (UNIT_MS[unit] ?? Number.NaN);
  if (spanMs > 0 && spanMs <= MAX_DAYS * 86_400_000) return new Date(now.getTime() + spanMs).toISOString();
  const moment = isCalendarDate(text) ? new Date(`${text}T00:00:00Z`) : parseDateTime(text);
  if (!moment) throw new OperatorError("--expires must be like 90d, 12h, 2027-01-31 or 2027-01-31T09:30:00Z.");
  return moment.toISOString();
}
