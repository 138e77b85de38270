/** Ranges that move with the time of reading, as they are written in addresses, and in words. */
export const RELATIVE_RANGES: readonly { value: string; label: string }[] = [
  { value: "today", label: "Today" },
  { value: "yesterday", label: "Yesterday" },
  { value: "last-7d", label: "Last 7 days" },
  { value: "last-30d", label: "Last 30 days" },
  { value: "last-90d", label: "Last 90 days" },
  { value: "this-week", label: "This week" },
  { value: "last-week", label: "Last week" },
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
  { value: "this-quarter", label: "This quarter" },
  { value: "last-quarter", label: "Last quarter" },
  { value: "this-year", label: "This year" },
  { value: "last-year", label: "Last year" },
  { value: "last-24h", label: "Last 24 hours" },
];

/** `last-30d`: hours, days or weeks up to now. */
export const ROLLING_RANGE = /^last-([1-9]\d{0,3})([hdw])$/;
const UNITS = { h: "hour", d: "day", w: "week" } as const;

/** A relative range in words: "Last 30 days"; the text itself where it is none. */
export function relativeLabel(text: string): string {
  const known = RELATIVE_RANGES.find(({ value }) => value === text)?.label;
  if (known) return known;
  const rolling = ROLLING_RANGE.exec(text);
  if (!rolling) return text;
  const unit = UNITS[rolling[2] as keyof typeof UNITS];
  return rolling[1] === "1" ? `Last ${unit}` : `Last ${rolling[1]} ${unit}s`;
}
