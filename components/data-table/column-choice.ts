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
    const chosen = text?.split(",").filter((id) => ids.includes(id)) ?? [];
    const isChosen = chosen.length > 0;
    const visible = new Set(isChosen ? chosen : defaultIds);

    function replace(next: readonly string[] | null) {
      const changed = new URLSearchParams(window.location.search);
      changed.delete(COLUMNS_PARAMETER);
      const rest = changed.toString();
      const query = [rest, next && `${COLUMNS_PARAMETER}=${next.join(",")}`].filter(Boolean).join("&");
      window.history.replaceState(null, "", query ? `${pathname}?${query}` : pathname);
    }

    return {
      isVisible: (id) => visible.has(id),
      isChosen,
      toggle: (id) => replace(ids.filter((known) => visible.has(known) !== (known === id))),
      reset: () => replace(null),
      keep: (href) => withColumns(href, isChosen ? chosen : null),
    };
  }, [text, pathname, ids, defaultIds]);
}

/** `href` with the given choice of columns, or without any. */
export function withColumns(href: string, ids: readonly string[] | null): string {
  const [path = "", query = ""] = href.split("?");
  const rest = query.split("&").filter((pair) => pair !== "" && !pair.startsWith(`${COLUMNS_PARAMETER}=`));
  if (ids) rest.push(`${COLUMNS_PARAMETER}=${ids.join(",")}`);
  return rest.length > 0 ? `${path}?${rest.join("&")}` : path;
}
