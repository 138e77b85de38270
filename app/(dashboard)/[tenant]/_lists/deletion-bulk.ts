import { ArchiveRestore, Trash2 } from "lucide-react";
import type { BulkAction } from "@/components/data-table/bulk-action";
import type { BulkReport } from "@/lib/bulk";
import type { ActionResult } from "@/lib/http/action-result";

/** The texts of one area: `t` of a list whose records are deleted and restored. */
export type DeletionTexts = (
  key: `bulk${"Restore" | "Delete"}.${"label" | "title" | "help" | "done"}`,
  values?: { count: number },
) => string;

type ByIds = (ids: string[]) => Promise<ActionResult<BulkReport>>;

/** Who does it, at most `MAX_BULK` records at a time. */
export interface DeletionActions {
  restore: ByIds;
  remove: ByIds;
}

/** Deleted records come back, living ones go, and come back at once if that was a slip. */
export function deletionBulk<Row>(t: DeletionTexts, actions: DeletionActions, isDeleted: boolean): BulkAction<Row> {
  if (isDeleted)
    return {
      id: "restore",
      label: t("bulkRestore.label"),
      icon: ArchiveRestore,
      title: (count) => t("bulkRestore.title", { count }),
      description: t("bulkRestore.help"),
      run: actions.restore,
      done: (count) => t("bulkRestore.done", { count }),
    };
  return {
    id: "delete",
    label: t("bulkDelete.label"),
    icon: Trash2,
    tone: "danger",
    title: (count) => t("bulkDelete.title", { count }),
    description: t("bulkDelete.help"),
    run: actions.remove,
    done: (count) => t("bulkDelete.done", { count }),
    undo: actions.restore,
  };
}
