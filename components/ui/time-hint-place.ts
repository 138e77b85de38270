const GAP_PX = 6;
const EDGE_PX = 8;

/** Puts a shown hint above what it tells of, below it where there is no room, and never beyond the window's edges. */
export function placeHint(panel: HTMLElement, place: DOMRect): void {
  const { width, height } = panel.getBoundingClientRect();
  const above = place.top - height - GAP_PX;
  const centred = place.left + place.width / 2 - width / 2;
  const rightmost = window.innerWidth - width - EDGE_PX;
  panel.style.left = `${Math.max(EDGE_PX, Math.min(centred, rightmost))}px`;
  panel.style.top = `${above < EDGE_PX ? place.bottom + GAP_PX : above}px`;
}
