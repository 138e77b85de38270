/** The usual ranges, as they stand in the address. */
export const RANGES = [
  { value: "today", label: "Today" },
  { value: "last-7d", label: "7 days" },
  { value: "last-30d", label: "30 days" },
  { value: "last-90d", label: "90 days" },
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
  { value: "this-quarter", label: "This quarter" },
  { value: "this-year", label: "Year to date" },
] as const;

/** In effect where the address names none. */
export const DEFAULT_RANGE = "last-30d";
