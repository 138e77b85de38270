/** Icons of `icons.css`: drawn by the style sheet, so that a list of many costs the page no element of its own. */
export const ICON_NAMES = [
  "ban",
  "check",
  "circle-dashed",
  "circle-slash",
  "circle-x",
  "clock",
  "rotate-ccw",
  "trash",
  "undo-2",
  "user-round-check",
] as const;
export type IconName = (typeof ICON_NAMES)[number];
