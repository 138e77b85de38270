"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

/** Renders the page anew, ever more slowly, while the record on it waits for somebody else, such as a provider. */
export function RefreshWhile({ pending }: { pending: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!pending) return;
    let waitMs = FIRST_WAIT_MS;
    let timer = setTimeout(tick, waitMs);
    function tick() {
      // A page that nobody looks at need not be up to date.
      if (document.visibilityState === "visible") router.refresh();
      waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS);
      timer = setTimeout(tick, waitMs);
    }
    return () => clearTimeout(timer);
  }, [pending, router]);
  return null;
}
