"use client";

import type { PointerEvent } from "react";
import { moved } from "./column-order";

/** As far as a hand that only clicks may slip. */
const SLIP_PX = 6;

/**
 * One handler for all heads: a head that is dragged goes to where the mark shows. The marks are set on the heads
 * directly, and the choice, and with it a render, comes when the head is let go; escape lets go of it where it was. The
 * first column stays, for it leads to the record. Fingers scroll the table by its heads, and have the column menu.
 */
export function startMove(
  event: PointerEvent<HTMLElement>,
  shown: readonly string[],
  move: (ids: readonly string[]) => void,
): void {
  const head = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("th[data-column]") : null;
  const id = head?.dataset.column;
  if (event.button !== 0 || event.pointerType === "touch" || !head || !id || shown.indexOf(id) < 1) return;
  // Where rows are cards, the heads are a line of links, and no columns.
  if (getComputedStyle(head).display !== "table-cell") return;
  const isRightToLeft = getComputedStyle(head).direction === "rtl";
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>("th[data-column]") ?? [])].filter(
    (one) => one.getClientRects().length > 0,
  );
  const { clientX: startPx } = event;
  const listening = new AbortController();
  let isMoving = false;
  let next: readonly string[] = shown;

  function unmark() {
    for (const one of heads) delete one.dataset.drop;
  }
  function follow({ clientX }: globalThis.PointerEvent) {
    if (!isMoving && Math.abs(clientX - startPx) < SLIP_PX) return;
    isMoving = true;
    if (head) head.dataset.moving = "";
    unmark();
    const place = placeAt(heads, clientX, isRightToLeft);
    next = place && id ? moved(shown, id, shown.indexOf(place.id) + (place.isBehind ? 1 : 0)) : shown;
    if (place && next.join() !== shown.join()) place.head.dataset.drop = place.isBehind ? "behind" : "before";
  }
  function end(isDropped: boolean) {
    listening.abort();
    unmark();
    delete head?.dataset.moving;
    if (!isMoving) return;
    // The head is a link too: letting go of it is no click on it.
    const stop = (click: MouseEvent) => {
      click.preventDefault();
      click.stopPropagation();
    };
    window.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", stop, { capture: true }));
    if (isDropped && next.join() !== shown.join()) move(next);
  }
  const { signal } = listening;
  window.addEventListener("pointermove", follow, { signal });
  window.addEventListener("pointerup", () => end(true), { signal });
  window.addEventListener("pointercancel", () => end(false), { signal });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && end(false), { signal, capture: true });
}

/** The head under the pointer, or the nearest one, and the half of it; never in front of the first. */
function placeAt(heads: readonly HTMLElement[], clientX: number, isRightToLeft: boolean) {
  const [first, ...others] = heads;
  const distance = (one: HTMLElement) => {
    const { left, right } = one.getBoundingClientRect();
    return Math.max(left - clientX, clientX - right, 0);
  };
  const nearest = [...heads].sort((one, other) => distance(one) - distance(other))[0];
  const head = nearest === first && others[0] ? others[0] : nearest;
  const id = head?.dataset.column;
  if (!head || !id) return null;
  const { left, width } = head.getBoundingClientRect();
  const isBehind = nearest !== first && clientX > left + width / 2 !== isRightToLeft;
  return { head, id, isBehind };
}
