"use client";

import { useCallback, useEffect, useState } from "react";
import type { NewestNotices } from "@/lib/notices/schema";

/** How often the bell asks while its page is looked at. */
const PAUSE_MS = 60_000;

export interface BellState {
  /** As of the last answer, or of the page before there was one. */
  unread: number;
  newest: NewestNotices["notices"] | null;
  hasFailed: boolean;
  load: () => Promise<void>;
}

/** What the bell shows: the page's own count, until a later answer says otherwise. */
export function useNewestNotices(tenantSlug: string, unreadOfPage: number): BellState {
  const [answer, setAnswer] = useState<(NewestNotices & { unreadOfPage: number }) | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(async () => {
    try {
      const response = await fetch(`/api/dashboard/${tenantSlug}/notices`);
      if (!response.ok) throw new Error(String(response.status));
      // Our own route, in the form that it declares.
      setAnswer({ ...((await response.json()) as NewestNotices), unreadOfPage });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  }, [tenantSlug, unreadOfPage]);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void load(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [load]);
  const isLater = answer !== null && answer.unreadOfPage === unreadOfPage;
  return { unread: isLater ? answer.unread : unreadOfPage, newest: answer?.notices ?? null, hasFailed, load };
}
