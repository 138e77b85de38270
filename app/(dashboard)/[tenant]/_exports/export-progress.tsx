"use client";

import Link from "next/link";
import { useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogFooter } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { toastFailure } from "@/components/ui/toast";
import type { ListExport } from "@/lib/exports/schema";
import { sizeLabel } from "../documents/file-labels";
import { cancelExportAction } from "./actions";
import { fileHref, isUnderWay, rowsLabel } from "./export-labels";

interface ExportProgressProps {
  record: ListExport;
  tenantSlug: string;
  /** Null: another one can be asked for. */
  onChange: (record: ListExport | null) => void;
  onClose: () => void;
}

/** How far an export has come, and in the end its file. */
export function ExportProgress({ record, tenantSlug, onChange, onClose }: ExportProgressProps) {
  const [isCanceling, startCanceling] = useTransition();
  const { id, state, row_count, expected_row_count, expected_is_capped, size_bytes, sha256, error } = record;

  function cancel() {
    startCanceling(async () => {
      const result = await cancelExportAction(tenantSlug, { id });
      if (result.ok) onChange(result.data);
      else toastFailure(result.error);
    });
  }

  if (isUnderWay(record)) {
    const total = expected_is_capped ? null : expected_row_count;
    return (
      <>
        <Progress
          label={state === "QUEUED" ? "Waiting for its turn" : `${rowsLabel(row_count)} written`}
          value={total === null || state === "QUEUED" ? null : Math.min(row_count, total)}
          max={Math.max(total ?? 1, 1)}
        />
        <p className="text-muted-foreground text-sm">
          It goes on when you close this: a message tells when it is ready, and it stands under{" "}
          <Link href={`/${tenantSlug}/exports`} className="text-accent underline underline-offset-2">
            Exports
          </Link>
          .
        </p>
        <DialogFooter>
          <Button variant="danger-outline" loading={isCanceling} onClick={cancel}>
            Cancel export
          </Button>
          <Button onClick={onClose}>Close</Button>
        </DialogFooter>
      </>
    );
  }
  const isDone = state === "COMPLETED";
  return (
    <>
      <Alert tone={isDone ? "success" : state === "FAILED" ? "danger" : "info"} live>
        {isDone && `Ready: ${rowsLabel(row_count)}, ${sizeLabel(size_bytes ?? 0)}. The file stays for 24 hours.`}
        {state === "FAILED" && (error ?? "The export failed.")}
        {!isDone && state !== "FAILED" && "The export was called off. Nothing of it is left."}
      </Alert>
      {isDone && sha256 && (
        <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
          SHA-256 <code className="min-w-0 truncate">{sha256}</code>
          <CopyButton text={sha256} label="Copy the hash" />
        </p>
      )}
      <DialogFooter>
        <Button onClick={() => onChange(null)}>Export again</Button>
        {isDone ? (
          <a className={buttonVariants({ variant: "primary" })} href={fileHref(tenantSlug, id)} download>
            Download
          </a>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )}
      </DialogFooter>
    </>
  );
}
