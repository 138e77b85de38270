"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { MAIN_ID } from "./main-id";

/**
 * Keeps the keyboard's place. After the way to another page the focus is on its heading; where what had the focus is
 * gone, such as the button of a row that was deleted, it is on the page instead of nowhere.
 */
export function FocusKeeper() {
  const pathname = usePathname();
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const main = document.getElementById(MAIN_ID);
    if (!main) return;
    // While the page is on its way the focus waits on the frame around it, and goes on to the heading once that is there.
    const place = () => {
      const heading = main.querySelector("h1");
      const { activeElement } = document;
      if (activeElement !== main && main.contains(activeElement)) return observer.disconnect();
      if (heading) observer.disconnect();
      if (heading || activeElement !== main) focusQuietly(heading ?? main);
    };
    const observer = new MutationObserver(place);
    // After the page itself: a form that takes the focus keeps it.
    const frame = requestAnimationFrame(() => {
      observer.observe(main, { childList: true, subtree: true });
      place();
    });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [pathname]);

  useEffect(() => {
    const main = document.getElementById(MAIN_ID);
    if (!main) return;
    let last: Element | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    let frame = 0;
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      // A dialog that closes may place the focus itself, in the next frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          if (document.activeElement === document.body) focusQuietly(main);
        });
      });
    });
    document.addEventListener("focusin", note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);

  return null;
}

/** Focus that does not scroll and shows no ring: nothing there can be pressed. */
function focusQuietly(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.style.outline = "none";
  element.focus({ preventScroll: true });
}
