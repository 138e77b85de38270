"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useMemo } from "react";

const Shown = createContext<string | null>(null);

export interface ShownParametersProps {
  /** What a list shows although its address has no parameters, such as the view that it opens with; null: what it says. */
  query: string | null;
  children: ReactNode;
}

/** Lets the controls of a list know what it shows from the first paint on, and writes it into the address bar. */
export function ShownParameters({ query, children }: ShownParametersProps) {
  const pathname = usePathname();
  const isBare = useSearchParams().size === 0;
  useEffect(() => {
    // Without a request: the page that is there is the page of this address.
    if (query && isBare) window.history.replaceState(null, "", `${pathname}?${query}`);
  }, [query, pathname, isBare]);
  return <Shown value={query}>{children}</Shown>;
}

/** The parameters of what the list shows: those of the address, or of the view that stands in for it. */
export function useShownParameters(): URLSearchParams {
  const inUrl = useSearchParams();
  const shown = use(Shown);
  return useMemo(() => new URLSearchParams(inUrl.size === 0 && shown ? shown : inUrl), [inUrl, shown]);
}
