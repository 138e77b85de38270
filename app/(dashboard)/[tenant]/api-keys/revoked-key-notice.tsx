"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Timestamp } from "@/components/ui/timestamp";
import { toastFailure } from "@/components/ui/toast";
import type { Notice } from "@/lib/notices/schema";
import { markNoticeReadAction } from "./actions";

export interface RevokedKeyNoticeProps {
  tenantSlug: string;
  notice: Notice;
  timeZone: string;
}

const TONES = { leaked: "danger", unused: "info" } as const;

/** Tells that a key was revoked and why, until somebody who manages keys puts it away. */
export function RevokedKeyNotice({ tenantSlug, notice, timeZone }: RevokedKeyNoticeProps) {
  const t = useTranslations("client.apiKeys");
  const sentence = useSentence();
  const [isPending, startTransition] = useTransition();
  function dismiss() {
    startTransition(async () => {
      const result = await markNoticeReadAction(tenantSlug, { id: notice.id });
      if (!result.ok) toastFailure(result.error);
    });
  }
  const cause = notice.kind === "api_key_leaked" ? "leaked" : "unused";
  return (
    <Alert tone={TONES[cause]} title={t(`notice.${cause}`)}>
      <p className="break-words">{sentence(notice.message)}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink size="sm" href={`/${tenantSlug}/api-keys/${notice.subject.id}`}>
          {t("notice.show")}
        </ButtonLink>
        <Button size="sm" variant="ghost" onClick={dismiss} disabled={isPending}>
          {t("notice.dismiss")}
        </Button>
        <span className="text-xs">
          <Timestamp value={notice.created_at} timeZone={timeZone} />
        </span>
      </div>
    </Alert>
  );
}
