"use client";

import { type RefObject, useEffect } from "react";
import { singleKey } from "../command/single-key";

/**
 * Keys for the rows of a page's table: j and k (in the table the arrows too) go from row to row by moving the focus, so
 * that screen readers read what is reached and enter opens it; x chooses the row, with shift all from the last one on; o
 * opens it in a new tab, escape lets go of what is chosen. One listener for all rows.
 */
export function useRowKeys(region: RefObject<HTMLElement | null>, onEscape: (() => void) | undefined): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const table = region.current;
      if (!table) return;
      const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody > tr")];
      const current = rows.findIndex((row) => row.contains(document.activeElement));
      const key = arrowKey(event, current >= 0) ?? singleKey(event);
      const row = rows[current];
      if (key === "j" || key === "ArrowDown") focusRow(rows[Math.min(current + 1, rows.length - 1)]);
      else if (key === "k" || key === "ArrowUp") focusRow(rows[Math.max(current - 1, 0)]);
      else if (row && key?.toLowerCase() === "x") chooseRow(row, event.shiftKey);
      else if (row && key === "o") openRow(row);
      else if (onEscape && key === "Escape") onEscape();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [region, onEscape]);
}

/** An arrow that is pressed on a row; anywhere else arrows scroll. */
function arrowKey(event: KeyboardEvent, isOnRow: boolean): string | null {
  const isPlain = isOnRow && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isPlain && (event.key === "ArrowDown" || event.key === "ArrowUp") ? event.key : null;
}

/** Focuses the way to the row's record, or the row itself where it leads nowhere. */
function focusRow(row: HTMLTableRowElement | undefined): void {
  if (!row) return;
  const link = row.querySelector<HTMLElement>("[data-row-link]");
  if (!link) row.tabIndex = -1;
  (link ?? row).focus();
}

function chooseRow(row: HTMLTableRowElement, isRange: boolean): void {
  const box = row.querySelector("input[data-select-row]");
  box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: isRange }));
}

function openRow(row: HTMLTableRowElement): void {
  const link = row.querySelector<HTMLAnchorElement>("a[data-row-link]");
  if (link) window.open(link.href, "_blank", "noopener");
}
