import type { MemberActor } from "@/lib/actor";
import type { FieldIssue } from "@/lib/errors";
import { TENANT_LISTS } from "@/lib/http/lists";
import type { SearchParams } from "@/lib/http/page";
import { readTenantFrame } from "@/lib/http/tenant-frame";
import type { ListDefinition, ListQuery } from "@/lib/list-query";
import { findShownView } from "@/lib/saved-views/queries";
import type { SavedView } from "@/lib/saved-views/schema";
import { readViewQuery } from "@/lib/saved-views/view-query";
import { isUuid } from "@/lib/text";
import { readList } from "../list-state";
import { NO_VIEW, VIEW_PARAMETER, viewQueryString, withView } from "./view-address";

export interface ListView<D extends ListDefinition> {
  query: ListQuery<D>;
  issues: FieldIssue[];
  /** The view that the page shows or started from; null: none. */
  view: SavedView | null;
  /** What stands in for an address without parameters; null: the address says it all. For `ListPage`. */
  shown: string | null;
  /** `path` for the links of the page: with the view in it, so that none leads back to what the list opens with. */
  at: (path: string) => string;
}

/**
 * Reads a list page's URL like `readList`. A URL without parameters shows the view that the person's list opens with:
 * whether there is one, the page's frame knows. One statement for a view; none for a URL that has parameters and names none.
 */
export async function readListView<D extends ListDefinition>(
  definition: D,
  { actor, person, searchParams }: { actor: MemberActor; person: { timeZone: string }; searchParams: SearchParams },
): Promise<ListView<D>> {
  const { [VIEW_PARAMETER]: named, ...parameters } = searchParams;
  const id = typeof named === "string" && isUuid(named) ? named : null;
  const isBare = named === undefined && Object.keys(parameters).length === 0;
  const isShown =
    id !== null || (isBare && (await readTenantFrame(actor)).listsWithDefaultView.includes(definition.name));
  const view = isShown ? await findShownView(actor, definition.name, id, TENANT_LISTS) : null;
  const marker = view?.id ?? (named === NO_VIEW ? NO_VIEW : null);
  const at = (path: string) => withView(path, marker);
  if (view && isBare) {
    const { query, issues, text } = readViewQuery(definition, view, person.timeZone);
    return { query, issues, view, shown: viewQueryString({ id: view.id, query: text }), at };
  }
  const { query, issues } = readList(definition, parameters, person);
  const leftOut = view ? readViewQuery(definition, view, person.timeZone).issues : [];
  return { query, issues: [...issues, ...leftOut], view, shown: null, at };
}
