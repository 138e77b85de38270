"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { ImportDetail, ImportStatus } from "@/lib/imports/record";
import { cancelImportAction } from "../actions";
import { resultLabel } from "../labels";

const TITLES: Partial<Record<ImportStatus, string>> = {
  CHECKING: "Checking the file",
  RUNNING: "Importing",
  CANCELING: "Stopping behind the lines under way",
  UNDOING: "Taking back what it has brought",
};

/** How far a job has come, and a way to stop it. The page may be left: the job goes on. */
export function ProgressCard({
  tenantSlug,
  record,
  mayStop,
}: {
  tenantSlug: string;
  record: ImportDetail;
  mayStop: boolean;
}) {
  const [isPending, startTransition] = useTransition();
  const { status, total_count, line_count, imported_count, undone_count, kept_count } = record;
  const isUndoing = status === "UNDOING";
  const max = isUndoing ? imported_count : total_count;
  const value = isUndoing ? undone_count + kept_count : line_count;
  const isStoppable = mayStop && (status === "CHECKING" || status === "RUNNING");

  function stop() {
    startTransition(async () => {
      const result = await cancelImportAction(tenantSlug, { id: record.id });
      if (!result.ok) toast.error(result.error.message);
    });
  }

  return (
    <Card
      title={TITLES[status]}
      description="You may leave this page: it goes on by itself"
      actions={
        isStoppable && (
          <Button loading={isPending} onClick={stop}>
            Stop
          </Button>
        )
      }
    >
      <Progress
        label={max === null ? "Counting the lines" : resultLabel(record)}
        value={max === null ? null : Math.min(value, max)}
        max={Math.max(max ?? 1, 1)}
      />
    </Card>
  );
}
