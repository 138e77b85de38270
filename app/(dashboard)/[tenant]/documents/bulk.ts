import { ArchiveRestore, Trash2 } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Document } from "@/lib/documents/schema";
import type { Texts } from "@/lib/messages/texts";
import { deleteDocumentsAction, restoreDocumentsAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";

const nameOf = ({ title }: Document) => title;

/** What can be done to many documents at once: deleted ones come back, living ones go. */
export function documentBulk(
  t: Texts<"client.documents">,
  tenantSlug: string,
  first: string,
  isDeleted: boolean,
): BulkActions<Document> {
  const restoreAll = (ids: string[]) => restoreDocumentsAction(tenantSlug, { ids });
  const restore: BulkActions<Document>["actions"][number] = {
    id: "restore",
    label: t("bulkRestore.label"),
    icon: ArchiveRestore,
    title: (count) => t("bulkRestore.title", { count }),
    description: t("bulkRestore.help"),
    run: restoreAll,
    done: (count) => t("bulkRestore.done", { count }),
  };
  const remove: BulkActions<Document>["actions"][number] = {
    id: "delete",
    label: t("bulkDelete.label"),
    icon: Trash2,
    tone: "danger",
    title: (count) => t("bulkDelete.title", { count }),
    description: t("bulkDelete.help"),
    run: (ids) => deleteDocumentsAction(tenantSlug, { ids }),
    done: (count) => t("bulkDelete.done", { count }),
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "documents", first), actions: [isDeleted ? restore : remove] };
}
