import type { CommandEntry } from "./entry";

const KEY = "bulkhead.recent";
const MOST = 6;

/** A page of one record: `/aurora/payment-intents/<id>`. */
const RECORD = /^\/[^/]+\/(?:[a-z-]+\/){1,2}[0-9a-f]{8}-[0-9a-f-]{27}$/;

type Recent = Pick<CommandEntry, "href" | "label">;

/**
 * The records that were looked at last, below an address, the latest first. They are kept for as long as the tab lives:
 * names of customers must not stay behind on a machine that others use.
 */
export function readRecent(home: string): Recent[] {
  return stored().filter(({ href }) => href.startsWith(`${home}/`));
}

/** Notes that the page of a record was looked at; other pages are not kept. */
export function noteRecent(href: string, label: string): void {
  if (!RECORD.test(href) || label === "") return;
  const others = stored().filter((one) => one.href !== href);
  // A browser that keeps nothing has no recent records.
  try {
    sessionStorage.setItem(KEY, JSON.stringify([{ href, label }, ...others].slice(0, MOST)));
  } catch {}
}

function stored(): Recent[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isRecent) : [];
  } catch {
    return [];
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== "object" || value === null || !("href" in value) || !("label" in value)) return false;
  return typeof value.href === "string" && RECORD.test(value.href) && typeof value.label === "string";
}
