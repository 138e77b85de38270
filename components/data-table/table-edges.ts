"use client";

import { type MouseEvent, type RefObject, useEffect } from "react";

/**
 * Says on the region, as data attributes for the stylesheet, whether its table is wider than it (`data-wide`) and whether
 * something is hidden at its left or right (`data-more="start end"`). No render follows from it.
 */
export function useTableEdges(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    function measure(this: void) {
      if (!element) return;
      const hiddenPx = element.scrollWidth - element.clientWidth;
      const isWide = hiddenPx > 1;
      // Written from right to left, a page counts its scrolling from there, in negative numbers.
      const scrolledPx = Math.abs(element.scrollLeft);
      const more = [scrolledPx > 1 && "start", scrolledPx < hiddenPx - 1 && "end"].filter(Boolean).join(" ");
      element.toggleAttribute("data-wide", isWide);
      if (element.dataset.more !== more) element.dataset.more = isWide ? more : "";
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const table = element.querySelector("table");
    if (table) observer.observe(table);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [region]);
}

/**
 * Leads to the record of a row whose link was clicked, without loading the page anew. Where the first column stays while
 * the others scroll, the link in it cannot lie over the whole row: a click beside it does what the link does.
 */
export function followRow(
  event: MouseEvent<HTMLElement>,
  region: HTMLElement | null,
  router: { push: (href: string) => void },
): void {
  if (!(event.target instanceof Element)) return;
  const hit = event.target.closest<HTMLAnchorElement>("a[data-row-link]");
  // text-ok: a selector
  if (hit || !region?.hasAttribute("data-wide") || event.target.closest("a, button, input, label")) {
    // A click for another tab or window is the browser's own.
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(hit.pathname + hit.search + hit.hash);
    return;
  }
  if (window.getSelection()?.isCollapsed === false) return;
  const link = event.target.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]");
  if (!link) return;
  if (event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
  else link.click();
}
