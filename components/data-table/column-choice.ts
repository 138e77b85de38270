"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";

/** Query parameter with the ids of the chosen columns; list parsers are told to ignore it. */
export const COLUMNS_PARAMETER = "columns";

export interface ColumnChoice {
  isVisible: (id: string) => boolean;
  /** True if the person chose; then every chosen column shows, however narrow the window. */
  isChosen: boolean;
  toggle: (id: string) => void;
  reset: () => void;
  /** `href` with the choice carried along. */
  keep: (href: string) => string;
}

/**
 * The columns of a table, kept in the URL beside filters and sort, so that a link or a saved view shows the same.
 * Changing it asks nothing of the server. Unknown ids in the URL are ignored.
 */
export function useColumnChoice(ids: readonly string[], defaultIds: readonly string[]): ColumnChoice {
  const parameters = useSearchParams();
  const pathname = usePathname();
  const text = parameters.get(COLUMNS_PARAMETER);
  return useMemo(() => {
    const chosen = chosenIds(text, ids);
    const visible = new Set(chosen ?? defaultIds);

    function replace(next: readonly string[] | null) {
      const url = withColumns(pathname + window.location.search, next);
      window.history.replaceState(null, "", url);
    }

    return {
      isVisible: (id) => visible.has(id),
      isChosen: chosen !== null,
      toggle: (id) => {
        // The address bar is ahead of the last render when two clicks follow each other fast.
        const now = new URLSearchParams(window.location.search).get(COLUMNS_PARAMETER);
        const shown = new Set(chosenIds(now, ids) ?? defaultIds);
        replace(ids.filter((known) => shown.has(known) !== (known === id)));
      },
      reset: () => replace(null),
      keep: (href) => withColumns(href, chosen),
    };
  }, [text, pathname, ids, defaultIds]);
}

/** The known ids among those in the URL; `null` if none is chosen. */
function chosenIds(text: string | null, ids: readonly string[]): string[] | null {
  const wanted = new Set(text?.split(","));
  const chosen = ids.filter((id) => wanted.has(id));
  return chosen.length > 0 ? chosen : null;
}

/** `href` with the given choice of columns, or without any. */
export function withColumns(href: string, ids: readonly string[] | null): string {
  const [path = "", query = ""] = href.split("?");
  const rest = query.split("&").filter((pair) => pair !== "" && !pair.startsWith(`${COLUMNS_PARAMETER}=`));
  if (ids) rest.push(`${COLUMNS_PARAMETER}=${ids.join(",")}`);
  return rest.length > 0 ? `${path}?${rest.join("&")}` : path;
}
