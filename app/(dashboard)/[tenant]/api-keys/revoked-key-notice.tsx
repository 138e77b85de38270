"use client";

import { useTransition } from "react";
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

const LOOKS = {
  leaked: { tone: "danger", title: "A key has leaked" },
  unused: { tone: "info", title: "An unused key was revoked" },
} as const;

/** Tells that a key was revoked and why, until somebody who manages keys puts it away. */
export function RevokedKeyNotice({ tenantSlug, notice, timeZone }: RevokedKeyNoticeProps) {
  const [isPending, startTransition] = useTransition();
  function dismiss() {
    startTransition(async () => {
      const result = await markNoticeReadAction(tenantSlug, { id: notice.id });
      if (!result.ok) toastFailure(result.error);
    });
  }
  return (
    <Alert {...LOOKS[notice.kind === "api_key_leaked" ? "leaked" : "unused"]}>
      <p className="break-words">{notice.message}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink size="sm" href={`/${tenantSlug}/api-keys/${notice.subject.id}`}>
          Show the key
        </ButtonLink>
        <Button size="sm" variant="ghost" onClick={dismiss} disabled={isPending}>
          Dismiss for everybody
        </Button>
        <span className="text-xs">
          <Timestamp value={notice.created_at} timeZone={timeZone} />
        </span>
      </div>
    </Alert>
  );
}
