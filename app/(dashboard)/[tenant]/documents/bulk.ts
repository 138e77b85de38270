import { ArchiveRestore, Trash2 } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Document } from "@/lib/documents/schema";
import { deleteDocumentsAction, restoreDocumentsAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";

const nameOf = ({ title }: Document) => title;
const documents = (count: number) => counted(count, "document");

/** What can be done to many documents at once: deleted ones come back, living ones go. */
export function documentBulk(tenantSlug: string, first: string, isDeleted: boolean): BulkActions<Document> {
  const restoreAll = (ids: string[]) => restoreDocumentsAction(tenantSlug, { ids });
  const restore: BulkActions<Document>["actions"][number] = {
    id: "restore",
    label: "Restore documents",
    icon: ArchiveRestore,
    title: (count) => `Restore ${documents(count)}?`,
    description: "They are in the lists again, and can be downloaded.",
    run: restoreAll,
    done: (count) => `${documents(count)} restored`,
  };
  const remove: BulkActions<Document>["actions"][number] = {
    id: "delete",
    label: "Delete documents",
    icon: Trash2,
    tone: "danger",
    title: (count) => `Delete ${documents(count)}?`,
    description:
      "They leave all lists; of one with several versions, the version before takes its place. You can restore them.",
    run: (ids) => deleteDocumentsAction(tenantSlug, { ids }),
    done: (count) => `${documents(count)} deleted`,
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "documents", first), actions: [isDeleted ? restore : remove] };
}
