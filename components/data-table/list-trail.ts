"use client";

import { type RefObject, useEffect } from "react";
import type { Page } from "@/lib/list-query";
import type { TableLinks } from "./table-links";

const STORAGE_KEY = "bulkhead:list-trail";
const CHANGED = "bulkhead:list-trail";

/** The page of a list that somebody came from: which records it holds, and where its neighbours are. */
export interface ListTrail {
  /** Address of the list's page. */
  list: string;
  /** What the list holds, such as "Payment intents". */
  label: string;
  /** Addresses of its records, in the order of the rows. */
  records: readonly string[];
  /** Rows before the first one; null where the page's number is unknown. */
  skipped: number | null;
  total: number;
  totalIsCapped: boolean;
  next: string | null;
  previous: string | null;
  /** The record that was looked at last. */
  visited: string | null;
}

/** The trail as it is stored; a text, so that it can be compared. Empty where there is none, or no storage. */
export function storedTrail(): string {
  try {
    return sessionStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    // Storage may be switched off; then there are no ways to the neighbours.
    return "";
  }
}

export function parseTrail(text: string): ListTrail | null {
  // Written by `storeTrail` only.
  return text === "" ? null : (JSON.parse(text) as ListTrail);
}

export function storeTrail(trail: ListTrail): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(trail));
  } catch {
    // A full or closed storage costs the ways to the neighbours, nothing else.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** For `useSyncExternalStore`. */
export function onTrailChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/**
 * Remembers, when a row of the table is opened, which page of the list it stood on; and puts focus and sight on that row
 * again when somebody comes back. One listener for the whole table.
 */
export function useListTrail(
  region: RefObject<HTMLElement | null>,
  label: string,
  page: Page<unknown>,
  links: TableLinks,
) {
  useEffect(() => {
    const table = region.current;
    if (!table) return;
    const { page: number, size, total, totalIsCapped } = page;
    const { next, previous } = links;
    const list = () => window.location.pathname + window.location.search;
    const rowLinks = () => [...table.querySelectorAll<HTMLAnchorElement>("a[data-row-link]")];

    const trail = parseTrail(storedTrail());
    if (trail?.visited && trail.list === list()) {
      const { visited } = trail;
      storeTrail({ ...trail, visited: null });
      const row = rowLinks().find((link) => link.pathname === visited);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "center" });
    }

    function remember({ target }: MouseEvent) {
      const opened = target instanceof Element && target.closest<HTMLAnchorElement>("a[data-row-link]");
      if (!opened) return;
      const records = rowLinks().map((link) => link.pathname);
      const skipped = number === null ? null : (number - 1) * size;
      storeTrail({ list: list(), label, records, skipped, total, totalIsCapped, next, previous, visited: null });
    }
    table.addEventListener("click", remember, { capture: true });
    return () => table.removeEventListener("click", remember, { capture: true });
  }, [region, label, page, links]);
}
