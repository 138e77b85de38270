"use client";

import type { CSSProperties, PointerEvent } from "react";
import { COLUMN_WIDTHS_PX } from "@/lib/list-preferences/names";

export const COLUMN_WIDTH = "--column-width";

/**
 * One handler for the handles of all heads. While a handle is pulled, the cells are told their width directly; the
 * choice, and with it a render, comes when it is let go. By the keyboard widths are set in the column menu. False
 * if the press was not on a handle.
 */
export function startResize(event: PointerEvent<HTMLElement>, resize: (id: string, widthPx: number) => void): boolean {
  const handle = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-resize]") : null;
  const head = handle?.closest("th");
  const table = handle?.closest("table");
  const id = handle?.dataset.resize;
  if (event.button !== 0 || !handle || !head || !table || !id) return false;
  event.preventDefault();
  const startPx = event.clientX;
  const widthPx = head.getBoundingClientRect().width;
  // Pulled towards the end of the line a column grows, whichever side that is.
  const side = getComputedStyle(head).direction === "rtl" ? -1 : 1;
  const cells = [...table.rows].flatMap((row) => row.cells[head.cellIndex] ?? []);
  let nextPx = widthPx;
  handle.setPointerCapture(event.pointerId);
  handle.dataset.pulled = "";

  function pull(this: void, { clientX }: globalThis.PointerEvent) {
    nextPx = Math.min(Math.max(widthPx + side * (clientX - startPx), COLUMN_WIDTHS_PX.min), COLUMN_WIDTHS_PX.max);
    for (const cell of cells) cell.style.setProperty(COLUMN_WIDTH, `${nextPx}px`);
  }
  function end(this: void) {
    handle?.removeEventListener("pointermove", pull);
    delete handle?.dataset.pulled;
    if (id && nextPx !== widthPx) resize(id, nextPx);
  }
  handle.addEventListener("pointermove", pull);
  handle.addEventListener("lostpointercapture", end, { once: true });
  return true;
}

/** How a cell of a column that was resized is styled: the stylesheet makes a width of it, where there are columns. */
export function columnStyle(widthPx: number): CSSProperties {
  // React's type knows no custom properties.
  return { [COLUMN_WIDTH]: `${widthPx}px` } as CSSProperties;
}
