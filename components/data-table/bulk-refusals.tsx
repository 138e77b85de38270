"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { shortId } from "@/components/ui/copyable-id";
import type { Refused } from "./bulk-run";

const SHOWN = 5;

/** The records that stay as they were, by the reason that they gave. */
export function BulkRefusals({ refused, names }: { refused: readonly Refused[]; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("client.table.bulk");
  const sentence = useSentence();
  const byReason = new Map<string, Refused[]>();
  for (const one of refused) byReason.set(one.message, [...(byReason.get(one.message) ?? []), one]);
  const namesOf = (records: readonly Refused[]) =>
    records
      .slice(0, SHOWN)
      .map(({ id }) => names.get(id) ?? shortId(id))
      .join(", ");
  return (
    <ul className="flex flex-col gap-2">
      {[...byReason].map(([reason, records]) => (
        <li key={reason} className="rounded-md border px-3 py-2">
          <p className="font-medium">{sentence(reason)}</p>
          <p className="text-muted-foreground">
            {records.length > SHOWN
              ? t("more", { names: namesOf(records), count: records.length - SHOWN })
              : namesOf(records)}
          </p>
        </li>
      ))}
    </ul>
  );
}
