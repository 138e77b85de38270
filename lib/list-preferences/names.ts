/** Widths of columns in pixels: what is narrower shows nothing, what is wider fits no screen. */
export const COLUMN_WIDTHS_PX = { min: 56, max: 960 } as const;

export const DENSITIES = ["comfortable", "compact"] as const;

export type Density = (typeof DENSITIES)[number];
