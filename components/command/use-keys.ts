"use client";

import { useEffect, useEffectEvent } from "react";
import { CREATE_KEY, GO_PREFIX, type GoKey, HELP_KEY } from "./keys";
import { singleKey } from "./single-key";

/** The second key of a way comes within this time. */
const SEQUENCE_MS = 1500;

/** What a page offers to make: its main button. */
const CREATE = 'main a[href$="/new"], main a[href$="/invite"], main [data-create]';

export interface KeyActions {
  goKeys: readonly GoKey[];
  openMenu: () => void;
  openHelp: () => void;
  go: (key: GoKey) => void;
}

/** Listens to the keys that work everywhere. */
export function useKeys(actions: KeyActions): void {
  const onPrefixed = useEffectEvent((key: string) => {
    const goKey = actions.goKeys.find((one) => one.key === key);
    if (goKey) actions.go(goKey);
    return goKey !== undefined;
  });
  const onMenu = useEffectEvent(() => actions.openMenu());
  const onHelp = useEffectEvent(() => actions.openHelp());

  useEffect(() => {
    let prefixedAt = 0;
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onMenu();
        return;
      }
      const key = singleKey(event);
      const isPrefixed = event.timeStamp - prefixedAt < SEQUENCE_MS && prefixedAt > 0;
      if (key === null) return;
      prefixedAt = 0;
      // Before the lists' own keys, which would take `k` of “g k” for themselves.
      if (isPrefixed && onPrefixed(key)) return take(event);
      if (key === GO_PREFIX) {
        prefixedAt = event.timeStamp;
        return take(event);
      }
      if (key === HELP_KEY) {
        onHelp();
        return take(event);
      }
      if (key !== CREATE_KEY) return;
      const create = document.querySelector<HTMLElement>(CREATE);
      if (!create) return;
      create.click();
      take(event);
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
}
