import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** A moment (ISO 8601) as `<input type="datetime-local">` writes it, on the clock of `timeZone`. */
export function toLocalInput(instant: string, timeZone: string): string {
  return format(new TZDate(new Date(instant).getTime(), timeZone), "yyyy-MM-dd'T'HH:mm");
}

/**
 * The moment (ISO 8601, UTC) that a `datetime-local` text names on the clock of `timeZone`, or `null` for an unfinished
 * text. A time that the clocks skip becomes the one an hour later.
 */
export function fromLocalInput(text: string, timeZone: string): string | null {
  const match = LOCAL.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = match.slice(1).map(Number);
  const instant = new TZDate(year, month - 1, day, hours, minutes, timeZone).getTime();
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
