import type { Option } from "@/components/ui/option";

/**
 * The time zones to choose from, each with its offset from UTC at a moment.
 * @param current the one that is chosen, which another platform may list under another name
 */
export function timeZoneOptions(now: string, current: string): Option[] {
  const names = new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")]);
  return [...names].map((value) => ({ value, label: value, hint: offsetText(now, value) }));
}

function offsetText(now: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(new Date(now));
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return offset === "GMT" ? "UTC+00:00" : offset.replace("GMT", "UTC");
}
