/** Parameter that names the view somebody looks at, beside all that it asks for; "all" is the list without any. */
export const VIEW_PARAMETER = "view";
export const NO_VIEW = "all";

/** `path`, which may have parameters, with the view named in it. */
export function withView(path: string, view: string | null): string {
  return view === null ? path : `${path}${path.includes("?") ? "&" : "?"}${VIEW_PARAMETER}=${view}`;
}

/** The query string that shows a view, as its links have it. */
export function viewQueryString(view: { id: string; query: string }): string {
  return `${view.query === "" ? "" : `${view.query}&`}${VIEW_PARAMETER}=${view.id}`;
}
