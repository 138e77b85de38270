"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Notice } from "@/lib/notices/schema";
import { MarkAllButton } from "./mark-all-button";
import { NoticeLine } from "./notice-line";

export interface BellPanelProps {
  tenantSlug: string;
  timeZone: string;
  mayMark: boolean;
  /** Null until they are there. */
  newest: readonly Notice[] | null;
  hasFailed: boolean;
  onRetry: () => Promise<void>;
  onClose: () => void;
}

/** The newest notices, below the bell. */
export function BellPanel({ tenantSlug, timeZone, mayMark, newest, hasFailed, onRetry, onClose }: BellPanelProps) {
  const t = useTranslations("client.notices.panel");
  return (
    <>
      {newest === null && !hasFailed && <p className="px-4 pb-4 text-muted-foreground">{t("loading")}</p>}
      {hasFailed && (
        <div className="px-4 pb-3">
          <p className="text-danger-text">{t("failed")}</p>
          <Button size="sm" className="mt-2" onClick={() => void onRetry()}>
            {t("retry")}
          </Button>
        </div>
      )}
      {newest?.length === 0 && <p className="px-4 pb-4 text-muted-foreground">{t("none")}</p>}
      {newest && newest.length > 0 && (
        <ul className="divide-y border-t">
          {newest.map((notice) => (
            <NoticeLine
              key={notice.id}
              tenantSlug={tenantSlug}
              notice={notice}
              timeZone={timeZone}
              onFollow={onClose}
            />
          ))}
        </ul>
      )}
      <div className="sticky bottom-0 flex justify-between gap-2 border-t bg-surface px-4 py-2">
        <ButtonLink size="sm" variant="ghost" href={`/${tenantSlug}/notices`} onClick={onClose}>
          {t("all")}
        </ButtonLink>
        {mayMark && <MarkAllButton tenantSlug={tenantSlug} onDone={() => void onRetry()} />}
      </div>
    </>
  );
}
