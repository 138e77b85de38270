import { fromLocalInput, toLocalInput } from "@/components/form/date-time";
import type { SearchParams } from "@/lib/http/page";
import { parseDateTime } from "@/lib/time";

/** Which two moments a page of the past compares. ISO 8601; `to` null: now. */
export interface Moments {
  at: string;
  to: string | null;
}

/** Reads the moments in a page's address: with an offset, or as a field writes them, on the person's clock. */
export function momentsOf(searchParams: SearchParams, timeZone: string, now: Date): Moments {
  return { at: momentIn(searchParams.at, timeZone) ?? now.toISOString(), to: momentIn(searchParams.to, timeZone) };
}

/** A moment as a field with seconds holds it: never earlier than it is, since the change of that second counts. */
export function fieldText(moment: string, timeZone: string): string {
  const second = new Date(Math.ceil(Date.parse(moment) / 1000) * 1000).toISOString();
  // Offsets of zones are whole minutes since long before any record.
  return `${toLocalInput(second, timeZone)}:${second.slice(17, 19)}`;
}

function momentIn(text: string | string[] | undefined, timeZone: string): string | null {
  if (typeof text !== "string") return null;
  const seconds = /T\d{2}:\d{2}:(\d{2})$/.exec(text)?.[1] ?? "00";
  const local = fromLocalInput(text, timeZone)?.replace(":00.000Z", `:${seconds}.000Z`);
  const moment = parseDateTime(text)?.toISOString() ?? local ?? null;
  // Years that no clock of ours can have would be no moment of a record either.
  return moment && parseDateTime(moment) ? moment : null;
}
