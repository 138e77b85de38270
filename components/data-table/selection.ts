"use client";

import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";

export interface Selection {
  /** Ids of the chosen rows, of this page or of all that match. */
  ids: ReadonlySet<string>;
  /** True if rows of other pages may be among them. */
  isBeyondPage: boolean;
  /** True from the first choice on, also while nothing is chosen any more. */
  wasUsed: boolean;
  selectPage: (isSelected: boolean) => void;
  selectAll: (ids: readonly string[]) => void;
  clear: () => void;
  /** One handler for the checkboxes of all rows; with shift it takes the rows from the last one on along. */
  onRowClick: (event: MouseEvent<HTMLElement>) => void;
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING = { ids: NONE, isBeyondPage: false };

/**
 * Which rows are chosen. The rows' checkboxes are plain inputs that no render touches: choosing one of a hundred rows
 * costs one row. Another page begins with nothing chosen.
 * @param html what the rows were written as, if they were: written anew, their boxes are new as well
 */
export function useSelection(
  table: RefObject<HTMLElement | null>,
  rowIds: readonly string[],
  html: string | null,
): Selection {
  const [state, setState] = useState({ ...NOTHING, wasUsed: false });
  const clear = useCallback(() => setState({ ...NOTHING, wasUsed: true }), []);
  const last = useRef(-1);
  const page = rowIds.join();
  const shownPage = useRef(page);

  useEffect(() => {
    const isOtherPage = shownPage.current !== page;
    shownPage.current = page;
    if (!isOtherPage) return;
    last.current = -1;
    // Rows that are gone, canceled or on another page are not chosen any more.
    setState((before) => (before.ids.size === 0 ? before : { ...NOTHING, wasUsed: true }));
  }, [page]);

  // The boxes follow the state; where a click made the state, they are there already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: boxes that are written anew have to be set again
  useEffect(() => {
    const boxes = table.current?.querySelectorAll<HTMLInputElement>("input[data-select-row]") ?? [];
    for (const [index, box] of [...boxes].entries()) box.checked = state.ids.has(page.split(",")[index] ?? "");
  }, [table, state, page, html]);

  function onRowClick(event: MouseEvent<HTMLElement>) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !("selectRow" in box.dataset)) return;
    const place = box.closest("tr")?.sectionRowIndex ?? -1;
    const from = event.shiftKey && last.current >= 0 ? last.current : place;
    last.current = place;
    const range = rowIds.slice(Math.min(from, place), Math.max(from, place) + 1);
    setState(({ ids }) => {
      // Whoever changes single rows has the page in mind: what was chosen beyond it is let go of.
      const next = new Set(rowIds.filter((id) => ids.has(id)));
      for (const id of range) {
        if (box.checked) next.add(id);
        else next.delete(id);
      }
      return { ids: next, isBeyondPage: false, wasUsed: true };
    });
  }

  return {
    ...state,
    selectPage: (isSelected) => setState({ ...NOTHING, ids: isSelected ? new Set(rowIds) : NONE, wasUsed: true }),
    selectAll: (ids) => setState({ ids: new Set(ids), isBeyondPage: true, wasUsed: true }),
    clear,
    onRowClick,
  };
}
