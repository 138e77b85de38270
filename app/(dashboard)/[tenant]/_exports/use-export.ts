"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { toast } from "@/components/ui/toast";
import type { ListExport } from "@/lib/exports/schema";
import type { Texts } from "@/lib/messages/texts";
import { fileHref, isUnderWay } from "./export-labels";

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5000;

/**
 * Follows an export until it is over, while somebody looks at the page.
 * @param isTold true while the dialog shows how it stands; else a message in the corner says that it is ready
 */
export function useExport(tenantSlug: string, isTold: boolean) {
  const t = useTranslations("client.exports");
  const sentence = useSentence();
  const [record, setRecord] = useState<ListExport | null>(null);
  const id = record && isUnderWay(record) ? record.id : null;

  useEffect(() => {
    if (!id) return;
    const stopping = new AbortController();
    let waitMs = FIRST_WAIT_MS;
    let timer = setTimeout(look, waitMs);
    async function look() {
      const found = document.visibilityState === "visible" ? await read(tenantSlug, id ?? "", stopping.signal) : null;
      if (stopping.signal.aborted) return;
      if (found) setRecord(found);
      waitMs = Math.min(waitMs * 1.3, LONGEST_WAIT_MS);
      if (!found || isUnderWay(found)) timer = setTimeout(look, waitMs);
      else if (!isTold) tell({ t, sentence }, tenantSlug, found);
    }
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [id, tenantSlug, isTold, t, sentence]);

  return [record, setRecord] as const;
}

/** The export as it stands; null where it could not be asked for, and will be again. */
async function read(tenantSlug: string, id: string, signal: AbortSignal): Promise<ListExport | null> {
  try {
    const response = await fetch(`/api/dashboard/${tenantSlug}/export?${new URLSearchParams({ id })}`, { signal });
    // Our own route, in the form that it declares.
    return response.ok ? ((await response.json()) as ListExport) : null;
  } catch {
    return null;
  }
}

interface Words {
  t: Texts<"client.exports">;
  sentence: (english: string) => string;
}

function tell({ t, sentence }: Words, tenantSlug: string, { id, state, row_count, error }: ListExport): void {
  if (state === "FAILED") toast.error(t("progress.toldFailed"), { description: error ? sentence(error) : undefined });
  if (state !== "COMPLETED") return;
  toast.success(t("progress.toldReady", { count: row_count }), {
    duration: 20_000,
    action: { label: t("download"), onClick: () => window.location.assign(fileHref(tenantSlug, id)) },
  });
}
