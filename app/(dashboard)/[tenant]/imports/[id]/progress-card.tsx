"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { ImportDetail } from "@/lib/imports/record";
import { cancelImportAction } from "../actions";
import { resultLabel } from "../labels";

const BUSY = ["CHECKING", "RUNNING", "CANCELING", "UNDOING"] as const;

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
  const t = useTranslations("client.imports");
  const [isPending, startTransition] = useTransition();
  const { status, total_count, line_count, imported_count, undone_count, kept_count } = record;
  const title = BUSY.find((busy) => busy === status);
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
      title={title && t(`progress.${title}`)}
      description={t("progress.help")}
      actions={
        isStoppable && (
          <Button loading={isPending} onClick={stop}>
            {t("progress.stop")}
          </Button>
        )
      }
    >
      <Progress
        label={max === null ? t("progress.counting") : resultLabel(t, record)}
        value={max === null ? null : Math.min(value, max)}
        max={Math.max(max ?? 1, 1)}
      />
    </Card>
  );
}
