"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import type { Texts } from "@/lib/messages/texts";
import type { QueuedJob } from "@/lib/queued-jobs/schema";
import { removeJobAction, retryFailedJobsAction, retryJobAction } from "../actions";
import { mayRemove, mayRetry } from "./bulk";

const readBy = (t: Texts<"client.adminSystem">, tenant: QueuedJob["tenant"]) =>
  tenant ? t("readBy", { tenant: tenant.name }) : t("readByPlatform");

/** What can be done to a job in its state. */
export function JobActs({ t, job }: { t: Texts<"client.adminSystem">; job: QueuedJob }) {
  return (
    <div className="flex justify-end gap-1.5">
      {mayRetry(job) && (
        <ReasonDialog
          trigger={
            <Button size="sm" aria-label={t("retryJob.name", { number: job.number })}>
              {job.state === "failed" ? t("retryJob.retry") : t("retryJob.run")}
            </Button>
          }
          title={t("retryJob.title", { number: job.number })}
          description={t("retryJob.help", { task: job.task })}
          confirmLabel={t("retryJob.run")}
          tone="primary"
          doneMessage={t("retryJob.done")}
          readBy={readBy(t, job.tenant)}
          action={(reason) => retryJobAction({ id: job.id, reason })}
        />
      )}
      {mayRemove(job) && (
        <ReasonDialog
          trigger={
            <Button size="sm" variant="danger-outline" aria-label={t("removeJob.name", { number: job.number })}>
              {t("removeJob.open")}
            </Button>
          }
          title={t("removeJob.title", { number: job.number })}
          description={t("removeJob.help", { task: job.task })}
          confirmLabel={t("removeJob.confirm")}
          tone="danger"
          doneMessage={t("removeJob.done")}
          readBy={readBy(t, job.tenant)}
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
  const t = useTranslations("client.adminSystem");
  return (
    <ReasonDialog
      trigger={<Button size={size}>{label}</Button>}
      title={t("retryFailed.title")}
      description={task ? t("retryFailed.helpTask", { task }) : t("retryFailed.help")}
      confirmLabel={t("retryFailed.confirm")}
      tone="primary"
      doneMessage={t("retryFailed.done")}
      readBy={t("readByEach")}
      action={(reason) => retryFailedJobsAction({ ...(task && { task }), reason })}
    />
  );
}
