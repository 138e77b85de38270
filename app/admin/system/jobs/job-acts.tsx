"use client";

import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import type { QueuedJob } from "@/lib/queued-jobs/schema";
import { removeJobAction, retryFailedJobsAction, retryJobAction } from "../actions";

const readBy = (tenant: QueuedJob["tenant"]) =>
  tenant ? `${tenant.name} reads it in its own audit log.` : "It stands in the platform's audit log.";

/** What can be done to a job in its state. */
export function JobActs({ job }: { job: QueuedJob }) {
  const mayRetry = job.state !== "running" && job.state !== "waiting";
  return (
    <div className="flex justify-end gap-1.5">
      {mayRetry && (
        <ReasonDialog
          trigger={
            <Button size="sm" aria-label={`Run job ${job.number} now`}>
              {job.state === "failed" ? "Retry" : "Run now"}
            </Button>
          }
          title={`Run job ${job.number} now?`}
          description={`${job.task} is tried at once, with all its tries.`}
          confirmLabel="Run now"
          tone="primary"
          doneMessage="It runs"
          readBy={readBy(job.tenant)}
          action={(reason) => retryJobAction({ id: job.id, reason })}
        />
      )}
      {job.state !== "running" && (
        <ReasonDialog
          trigger={
            <Button size="sm" variant="danger-outline" aria-label={`Remove job ${job.number}`}>
              Remove
            </Button>
          }
          title={`Remove job ${job.number}?`}
          description={`What ${job.task} was to do is not done. This cannot be undone.`}
          confirmLabel="Remove job"
          tone="danger"
          doneMessage="Job removed"
          readBy={readBy(job.tenant)}
          action={(reason) => removeJobAction({ id: job.id, reason })}
        />
      )}
    </div>
  );
}

interface RetryFailedButtonProps {
  /** Only jobs of this task; absent: all. */
  task?: string;
  label: string;
  size?: "sm" | "md";
}

/** Has all failed jobs, or those of one task, run again. */
export function RetryFailedButton({ task, label, size = "sm" }: RetryFailedButtonProps) {
  return (
    <ReasonDialog
      trigger={<Button size={size}>{label}</Button>}
      title="Run the failed jobs again?"
      description={
        task ? `All jobs of ${task} that failed for good.` : "All jobs that failed for good, whichever their task."
      }
      confirmLabel="Run them again"
      tone="primary"
      doneMessage="They run"
      readBy="Each tenant reads it in its own audit log."
      action={(reason) => retryFailedJobsAction({ ...(task && { task }), reason })}
    />
  );
}
