import type { BulkActions } from "@/components/data-table/bulk-action";
import { findMatchingAction } from "./actions";
import type { MatchingList } from "./find-matching";

/** Finds the rows of all pages. `first` is the address of the list's first page, filters and order included. */
export function matching(list: MatchingList, first: string): BulkActions<never>["findMatching"] {
  return () => findMatchingAction({ list, query: first.split("?")[1] ?? "" });
}
