import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Document } from "@/lib/documents/schema";
import type { Texts } from "@/lib/messages/texts";
import { deleteDocumentsAction, restoreDocumentsAction } from "../_lists/bulk-actions";
import { deletionBulk } from "../_lists/deletion-bulk";
import { matching } from "../_lists/matching";

const nameOf = ({ title }: Document) => title;

/** What can be done to many documents at once: deleted ones come back, living ones go. */
export function documentBulk(
  t: Texts<"client.documents">,
  tenantSlug: string,
  first: string,
  isDeleted: boolean,
): BulkActions<Document> {
  const actions = {
    restore: (ids: string[]) => restoreDocumentsAction(tenantSlug, { ids }),
    remove: (ids: string[]) => deleteDocumentsAction(tenantSlug, { ids }),
  };
  return {
    nameOf,
    findMatching: matching(tenantSlug, "documents", first),
    actions: [deletionBulk(t, actions, isDeleted)],
  };
}
