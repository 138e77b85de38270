"use client";

import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { type ListTrail, onTrailChange, parseTrail, storedTrail, storeTrail } from "@/components/data-table/list-trail";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { Texts } from "@/lib/messages/texts";
import { singleKey } from "../command/single-key";

/**
 * The ways to the neighbours of a record within the list that one came from, and back to its row: ‹ 3 of 50 ›, with the
 * keys j and k, or ] and [. Nothing for whoever came from elsewhere. Its place is kept free, so that nothing moves.
 */
export function RecordNav({ tenantSlug }: { tenantSlug: string }) {
  const pathname = usePathname();
  const text = useSyncExternalStore(onTrailChange, storedTrail, () => "");
  const trail = parseTrail(text);
  const place = trail?.records.indexOf(pathname) ?? -1;
  return (
    <div className="ms-auto flex h-7 shrink-0 items-center print:hidden">
      {trail && place >= 0 && <Controls trail={trail} place={place} tenantSlug={tenantSlug} />}
    </div>
  );
}

function Controls({ trail, place, tenantSlug }: { trail: ListTrail; place: number; tenantSlug: string }) {
  const t = useTranslations("client.detail.neighbours");
  const router = useRouter();
  const [isLoading, setIsLoading] = useState(false);
  const { list, label, records, skipped, total, totalIsCapped, visited } = trail;
  const current = records[place] ?? null;

  useEffect(() => {
    if (visited !== current) storeTrail({ ...trail, visited: current });
  }, [trail, visited, current]);

  const go = useCallback(
    async (way: 1 | -1) => {
      const near = records[place + way];
      const beyond = way === 1 ? trail.next : trail.previous;
      if (near) router.push(near);
      else if (beyond) {
        setIsLoading(true);
        const found = await pageAt(t, tenantSlug, beyond, trail);
        setIsLoading(false);
        const record = found?.records.at(way === 1 ? 0 : -1);
        if (!found || !record) return;
        storeTrail({
          ...found,
          skipped: skipped === null ? null : skipped + (way === 1 ? records.length : -found.records.length),
        });
        router.push(record);
      }
    },
    [t, records, place, trail, tenantSlug, skipped, router],
  );

  // Before the place is seen: whoever reads it may press a key at once.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent) {
      const way = WAYS[singleKey(event) ?? ""];
      if (!way) return;
      event.preventDefault();
      void go(way);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [go]);

  const isFirst = place === 0 && trail.previous === null;
  const isLast = place === records.length - 1 && trail.next === null;
  const className = buttonVariants({ size: "icon-sm", variant: "ghost" });
  return (
    <nav aria-label={t("region", { label })} className="flex items-center gap-0.5 text-muted-foreground text-xs">
      <Link href={list} className={className} aria-label={t("backTo", { label })} title={t("back")}>
        <Icon name="corner-up-left" className="rtl:-scale-x-100" />
      </Link>
      <button
        type="button"
        className={className}
        aria-label={t("previous")}
        title={t("previousKey")}
        aria-disabled={isFirst || isLoading}
        onClick={() => void go(-1)}
      >
        <Icon name="chevron-left" className="rtl:rotate-180" />
      </button>
      <span className="whitespace-nowrap tabular-nums" aria-live="polite">
        {skipped === null
          ? t("onThisPage", { place: place + 1 })
          : t("place", { place: skipped + place + 1, total, capped: totalIsCapped ? "yes" : "no" })}
      </span>
      <button
        type="button"
        className={className}
        aria-label={t("next")}
        title={t("nextKey")}
        aria-disabled={isLast || isLoading}
        onClick={() => void go(1)}
      >
        <Icon name="chevron-right" className="rtl:rotate-180" />
      </button>
    </nav>
  );
}

const WAYS: Readonly<Record<string, 1 | -1 | undefined>> = { j: 1, "]": 1, k: -1, "[": -1 };

/** The page before or after, asked of the server with the same query; null where that failed, which is said. */
async function pageAt(
  t: Texts<"client.detail.neighbours">,
  tenantSlug: string,
  list: string,
  trail: ListTrail,
): Promise<ListTrail | null> {
  try {
    const query = new URLSearchParams({ list });
    const response = await fetch(`/api/dashboard/${tenantSlug}/list_trail?${query}`);
    if (!response.ok) throw new Error(`status ${response.status}`);
    // The route's reply, whose names are those of the trail.
    const found = (await response.json()) as Pick<ListTrail, "next" | "previous"> & { ids: string[] };
    const folder = trail.records[0]?.replace(/[^/]*$/, "") ?? "";
    const { ids, next, previous } = found;
    return { ...trail, list, records: ids.map((id) => folder + id), next, previous };
  } catch {
    toast.error(t("failed"));
    return null;
  }
}
