"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Texts } from "@/lib/messages/texts";
import type { TimeFormat } from "@/lib/time";
import { useTimeFormat } from "./time-format";
import { placeHint } from "./time-hint-place";

const TIME = "time[data-zone]";
const HINT_ID = "time-hint";
const DELAY_MS = 250;

/**
 * One hint for all times of a page: on hover, on focus, and at a tap it tells the second, the zone, UTC and how long ago
 * it was. It listens once, at the document, so that a table of fifty times costs fifty plain elements.
 */
export function TimeHints() {
  const hint = useRef<HTMLDivElement>(null);
  const timeFormat = useTimeFormat();
  const t = useTranslations("client.ui");

  useEffect(() => {
    const panel = hint.current;
    if (!panel) return;
    let shown: HTMLTimeElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function hide() {
      clearTimeout(timer);
      shown?.removeAttribute("aria-describedby");
      shown = null;
      panel?.hidePopover();
    }
    function show(time: HTMLTimeElement, delayMs: number) {
      if (shown === time) return;
      hide();
      shown = time;
      timer = setTimeout(() => panel && void reveal(t, panel, time, timeFormat, () => shown === time), delayMs);
    }
    const onPointerMove = (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      const time = timeBelow(event);
      if (time) show(time, DELAY_MS);
      else if (shown && document.activeElement !== shown) hide();
    };
    const onPointerDown = (event: PointerEvent) => {
      const time = timeBelow(event);
      if (event.pointerType === "touch" && time) show(time, 0);
      else hide();
    };
    const onFocus = (event: FocusEvent) => {
      const time = event.target instanceof Element ? event.target.closest<HTMLTimeElement>(TIME) : null;
      if (time) show(time, 0);
      else hide();
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    const listeners = new AbortController();
    const options = { signal: listeners.signal, passive: true };
    document.addEventListener("pointermove", onPointerMove, options);
    document.addEventListener("pointerdown", onPointerDown, options);
    document.addEventListener("focusin", onFocus, options);
    document.addEventListener("keydown", onKey, options);
    document.addEventListener("scroll", hide, { ...options, capture: true });
    return () => {
      listeners.abort();
      hide();
    };
  }, [t, timeFormat]);

  return (
    <div
      ref={hint}
      id={HINT_ID}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 max-w-72 whitespace-pre-line rounded-md bg-foreground px-2 py-1 text-background text-xs tabular-nums"
    />
  );
}

/** The time under the pointer, also below the link that a table stretches over its rows. */
function timeBelow({ target, clientX, clientY }: PointerEvent): HTMLTimeElement | null {
  if (!(target instanceof Element)) return null;
  if (!target.matches("[data-row-link]")) return target.closest<HTMLTimeElement>(TIME);
  const below = document.elementsFromPoint(clientX, clientY).find((element) => element.closest(TIME));
  return below?.closest<HTMLTimeElement>(TIME) ?? null;
}

async function reveal(
  t: Texts<"client.ui">,
  panel: HTMLDivElement,
  time: HTMLTimeElement,
  format: TimeFormat,
  isWanted: () => boolean,
) {
  const { describeTime } = await import("./time-hint-text");
  if (!isWanted() || !time.isConnected) return;
  panel.textContent = describeTime(t, time.dateTime, time.dataset.zone ?? "UTC", format, new Date());
  time.setAttribute("aria-describedby", HINT_ID);
  panel.showPopover();
  placeHint(panel, time.getBoundingClientRect());
}
