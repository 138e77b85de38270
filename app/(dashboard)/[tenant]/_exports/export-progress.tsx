"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogFooter } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { toastFailure } from "@/components/ui/toast";
import type { ListExport } from "@/lib/exports/schema";
import { sizeLabel } from "../documents/file-labels";
import { cancelExportAction } from "./actions";
import { fileHref, isUnderWay } from "./export-labels";

interface ExportProgressProps {
  record: ListExport;
  tenantSlug: string;
  /** Null: another one can be asked for. */
  onChange: (record: ListExport | null) => void;
  onClose: () => void;
}

/** How far an export has come, and in the end its file. */
export function ExportProgress({ record, tenantSlug, onChange, onClose }: ExportProgressProps) {
  const t = useTranslations("client.exports.progress");
  const tList = useTranslations("client.exports");
  const sentence = useSentence();
  const locale = useLocale();
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
          label={state === "QUEUED" ? t("waiting") : t("written", { count: row_count })}
          value={total === null || state === "QUEUED" ? null : Math.min(row_count, total)}
          max={Math.max(total ?? 1, 1)}
        />
        <p className="text-muted-foreground text-sm">
          {t.rich("goesOn", {
            link: (chunks) => (
              <Link href={`/${tenantSlug}/exports`} className="text-accent underline underline-offset-2">
                {chunks}
              </Link>
            ),
          })}
        </p>
        <DialogFooter>
          <Button variant="danger-outline" loading={isCanceling} onClick={cancel}>
            {t("cancel")}
          </Button>
          <Button onClick={onClose}>{t("close")}</Button>
        </DialogFooter>
      </>
    );
  }
  const isDone = state === "COMPLETED";
  return (
    <>
      <Alert tone={isDone ? "success" : state === "FAILED" ? "danger" : "info"} live>
        {isDone && t("ready", { count: row_count, size: sizeLabel(size_bytes ?? 0, locale) })}
        {state === "FAILED" && (error ? sentence(error) : t("failed"))}
        {!isDone && state !== "FAILED" && t("calledOff")}
      </Alert>
      {isDone && sha256 && (
        <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
          {/* text-ok: the name of the hash */}
          SHA-256 <code className="min-w-0 truncate">{sha256}</code>
          <CopyButton text={sha256} label={t("copyHash")} />
        </p>
      )}
      <DialogFooter>
        <Button onClick={() => onChange(null)}>{t("again")}</Button>
        {isDone ? (
          <a className={buttonVariants({ variant: "primary" })} href={fileHref(tenantSlug, id)} download>
            {tList("download")}
          </a>
        ) : (
          <Button onClick={onClose}>{t("close")}</Button>
        )}
      </DialogFooter>
    </>
  );
}
