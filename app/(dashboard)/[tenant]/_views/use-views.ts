"use client";

import { useState } from "react";
import type { ViewsOfList } from "@/lib/saved-views/schema";

export type FoundViews = { state: "loading" | "failed" } | ({ state: "ready" } & ViewsOfList);

/** The views of a list, asked for when the menu opens; what was there before shows until the answer comes. */
export function useViews(tenantSlug: string, list: string): { found: FoundViews; load: () => Promise<void> } {
  const [found, setFound] = useState<FoundViews>({ state: "loading" });
  async function load() {
    setFound((before) => (before.state === "ready" ? before : { state: "loading" }));
    try {
      const response = await fetch(`/api/dashboard/${tenantSlug}/saved_views?${new URLSearchParams({ list })}`);
      if (!response.ok) throw new Error(String(response.status));
      // Our own route, in the form that it declares.
      setFound({ state: "ready", ...((await response.json()) as ViewsOfList) });
    } catch {
      setFound({ state: "failed" });
    }
  }
  return { found, load };
}
