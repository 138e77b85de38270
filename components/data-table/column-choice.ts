"use client";

import { usePathname } from "next/navigation";
import { COLUMNS_PARAMETER } from "@/lib/columns-parameter";
import type { Density } from "@/lib/list-preferences/names";
import { useShownParameters } from "./shown-parameters";
import { useTablePreference } from "./table-preferences";

export interface ColumnChoice {
  /** Ids of the columns that show, in their order; the first one leads to the record and is always there. */
  shown: readonly string[];
  /** True if the columns were chosen; then every one of them shows, however narrow the window. */
  isChosen: boolean;
  /** True if anything differs from how the list comes. */
  isChanged: boolean;
  widths: Readonly<Record<string, number>>;
  density: Density;
  show: (ids: readonly string[]) => void;
  /** In pixels; `null`: as wide as what is in it. */
  resize: (id: string, widthPx: number | null) => void;
  setDensity: (density: Density) => void;
  reset: () => void;
  /** `href` with the choice of columns carried along. */
  keep: (href: string) => string;
}

/**
 * How the person sees a table. Columns in the URL, as in a link or a saved view, win over what the person has kept for
 * this list; then changes of them stay in the URL too, and the person's own table is as it was.
 */
export function useColumnChoice(
  list: string | undefined,
  ids: readonly string[],
  defaultIds: readonly string[],
): ColumnChoice {
  const pathname = usePathname();
  const inUrl = knownIds(useShownParameters().get(COLUMNS_PARAMETER)?.split(","), ids);
  const [preference, change] = useTablePreference(list);
  const chosen = inUrl ?? knownIds(preference.columns, ids);

  function replaceUrl(next: readonly string[] | null) {
    window.history.replaceState(null, "", withColumns(pathname + window.location.search, next));
  }

  return {
    shown: chosen ?? defaultIds,
    isChosen: chosen !== null,
    isChanged: chosen !== null || Object.keys(preference.widths).length > 0 || preference.density !== "comfortable",
    widths: preference.widths,
    density: preference.density,
    show: (next) => {
      if (inUrl) replaceUrl(next);
      else change({ ...preference, columns: [...next] });
    },
    resize: (id, widthPx) => {
      const { [id]: _before, ...others } = preference.widths;
      change({ ...preference, widths: widthPx === null ? others : { ...others, [id]: Math.round(widthPx) } });
    },
    setDensity: (density) => change({ ...preference, density }),
    reset: () => {
      if (inUrl) replaceUrl(null);
      change({ columns: null, widths: {}, density: "comfortable" });
    },
    keep: (href) => withColumns(href, inUrl),
  };
}

/** What a list shows now, for what keeps or exports it; `null`: its standard columns. */
export function useChosenColumns(list: string): readonly string[] | null {
  const inUrl = useShownParameters().get(COLUMNS_PARAMETER);
  const [preference] = useTablePreference(list);
  return inUrl ? inUrl.split(",") : preference.columns;
}

/** The known ids among the wanted ones, in the wanted order and the first column first; `null` if none is wanted. */
function knownIds(wanted: readonly string[] | null | undefined, ids: readonly string[]): string[] | null {
  const known = (wanted ?? []).filter((id) => ids.includes(id));
  return known.length > 0 ? [...new Set([...ids.slice(0, 1), ...known])] : null;
}

/** `href` with the given choice of columns, or without any. */
export function withColumns(href: string, ids: readonly string[] | null): string {
  const [path = "", query = ""] = href.split("?");
  const rest = query.split("&").filter((pair) => pair !== "" && !pair.startsWith(`${COLUMNS_PARAMETER}=`));
  if (ids) rest.push(`${COLUMNS_PARAMETER}=${ids.join(",")}`);
  return rest.length > 0 ? `${path}?${rest.join("&")}` : path;
}
