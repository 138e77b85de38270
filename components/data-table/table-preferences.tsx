"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import type { ListPreference, SaveListPreferenceInput } from "@/lib/list-preferences/schema";

/** How a person has set up one table. */
export type TablePreference = Omit<ListPreference, "list">;

const AS_IT_COMES: TablePreference = { columns: null, widths: {}, density: "comfortable" };

interface Preferences {
  byList: ReadonlyMap<string, TablePreference>;
  change: (list: string, preference: TablePreference) => void;
}

const Context = createContext<Preferences | null>(null);

export interface TablePreferencesProps {
  /** What the person has kept. */
  items: readonly ListPreference[];
  save: (input: SaveListPreferenceInput) => Promise<ActionResult<ListPreference>>;
  children: ReactNode;
}

/**
 * What the person has set up of the tables below, known when they are first rendered, so that nothing jumps. A change
 * shows at once and is kept on the server behind it.
 */
export function TablePreferences({ items, save, children }: TablePreferencesProps) {
  const t = useTranslations("client.table");
  const [byList, setByList] = useState<ReadonlyMap<string, TablePreference>>(
    () => new Map(items.map(({ list, ...preference }) => [list, preference])),
  );
  const waiting = useRef(new Map<string, TablePreference>());
  const isSaving = useRef(false);
  const value = useMemo(() => {
    /** One after the other, and of several changes meanwhile the last one. */
    async function saveWaiting() {
      if (isSaving.current) return;
      isSaving.current = true;
      for (const [list, preference] of waiting.current) {
        waiting.current.delete(list);
        const result = await save({ list, ...preference }).catch(() => null);
        if (!result?.ok) toast.error(t("notKept"), { id: "table-preference" });
      }
      isSaving.current = false;
    }
    function change(list: string, preference: TablePreference) {
      setByList((known) => new Map(known).set(list, preference));
      waiting.current.set(list, preference);
      void saveWaiting();
    }
    return { byList, change };
  }, [t, byList, save]);
  return <Context value={value}>{children}</Context>;
}

/**
 * The preference for one list and how to change it. Without a list, or where nothing keeps preferences, it lasts as long
 * as the table shows.
 */
export function useTablePreference(
  list: string | undefined,
): [preference: TablePreference, change: (preference: TablePreference) => void] {
  const kept = useContext(Context);
  const [own, setOwn] = useState(AS_IT_COMES);
  if (!kept || list === undefined) return [own, setOwn];
  return [kept.byList.get(list) ?? AS_IT_COMES, (preference) => kept.change(list, preference)];
}
