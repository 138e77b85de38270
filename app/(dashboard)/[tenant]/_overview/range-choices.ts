/** The usual ranges, as they stand in the address. */
export const RANGES = [
  "today",
  "last-7d",
  "last-30d",
  "last-90d",
  "this-month",
  "last-month",
  "this-quarter",
  "this-year",
] as const;

/** In effect where the address names none. */
export const DEFAULT_RANGE = "last-30d";
