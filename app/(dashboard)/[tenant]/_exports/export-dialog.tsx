"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { ExportOptions } from "@/lib/exports/schema";
import type { ExportButtonProps } from "./export-button";
import { ExportForm } from "./export-form";
import { ExportProgress } from "./export-progress";
import { useExport } from "./use-export";

interface ExportDialogProps extends ExportButtonProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

type Found = { state: "loading" | "failed" } | { state: "ready"; options: ExportOptions };

/** Asks how a list is to be exported, and shows how far it has come. */
export function ExportDialog({ isOpen, onOpenChange, ...props }: ExportDialogProps) {
  const { list, label, tenantSlug, query, timeZone } = props;
  const t = useTranslations("client.exports.dialog");
  const [record, setRecord] = useExport(tenantSlug, isOpen);
  const [found, setFound] = useState<Found>({ state: "loading" });
  const [tries, setTries] = useState(0);
  const isAsking = isOpen && record === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (!isAsking) return;
    const stopping = new AbortController();
    setFound({ state: "loading" });
    void readOptions(tenantSlug, { list, query, time_zone: timeZone }, stopping.signal).then((options) => {
      if (!stopping.signal.aborted) setFound(options ? { state: "ready", options } : { state: "failed" });
    });
    return () => stopping.abort();
  }, [isAsking, tenantSlug, list, query, timeZone, tries]);

  const isReady = found.state === "ready";
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title={t("title", { list: label })}
        description={
          record
            ? undefined
            : isReady
              ? t.rich(found.options.expected_is_capped ? "moreThan" : "exact", {
                  count: found.options.expected_row_count,
                  rows: (chunks) => <strong className="font-medium text-foreground tabular-nums">{chunks}</strong>,
                })
              : t("counting")
        }
      >
        {record ? (
          <ExportProgress
            record={record}
            tenantSlug={tenantSlug}
            onChange={setRecord}
            onClose={() => onOpenChange(false)}
          />
        ) : isReady ? (
          <ExportForm {...props} options={found.options} onStarted={setRecord} />
        ) : found.state === "failed" ? (
          <Alert tone="danger" live>
            {t("failed")}{" "}
            <Button variant="link" size="sm" onClick={() => setTries((before) => before + 1)}>
              {t("retry")}
            </Button>
          </Alert>
        ) : (
          <div className="flex flex-col gap-4" aria-hidden>
            <Skeleton className="h-14" />
            <Skeleton className="h-14" />
            <Skeleton className="h-14" />
            <Skeleton className="h-8 self-end" />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

async function readOptions(
  tenantSlug: string,
  input: Record<string, string>,
  signal: AbortSignal,
): Promise<ExportOptions | null> {
  try {
    const response = await fetch(`/api/dashboard/${tenantSlug}/export/options?${new URLSearchParams(input)}`, {
      signal,
    });
    // Our own route, in the form that it declares.
    return response.ok ? ((await response.json()) as ExportOptions) : null;
  } catch {
    return null;
  }
}
