import { RotateCcw, Trash2 } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Texts } from "@/lib/messages/texts";
import type { QueuedJob } from "@/lib/queued-jobs/schema";
import { matching } from "../../_lists/matching";
import { removeJobsAction, retryJobsAction } from "../actions";

const nameOf = ({ task, number }: QueuedJob) => `${task} ${number}`;

/** Whether a job could be made to run now. */
export const mayRetry = ({ state }: QueuedJob) => state !== "running" && state !== "waiting";
/** Whether a job could be taken out of the queue. */
export const mayRemove = ({ state }: QueuedJob) => state !== "running";

/** What can be done to many jobs at once. */
export function jobBulk(t: Texts<"client.adminSystem">, first: string): BulkActions<QueuedJob> {
  return {
    nameOf,
    findMatching: matching("jobs", first),
    actions: [
      {
        id: "retry",
        label: t("retryJob.run"),
        icon: RotateCcw,
        fits: mayRetry,
        title: (count) => t("bulkRetry.title", { count }),
        description: t("bulkRetry.help"),
        reasonReadBy: t("readByEach"),
        run: (ids, values) => retryJobsAction({ ids, ...values }),
        done: (count) => t("bulkRetry.done", { count }),
      },
      {
        id: "remove",
        label: t("bulkRemove.label"),
        icon: Trash2,
        tone: "danger",
        fits: mayRemove,
        title: (count) => t("bulkRemove.title", { count }),
        description: t("bulkRemove.help"),
        reasonReadBy: t("readByEach"),
        run: (ids, values) => removeJobsAction({ ids, ...values }),
        done: (count) => t("bulkRemove.done", { count }),
      },
    ],
  };
}
