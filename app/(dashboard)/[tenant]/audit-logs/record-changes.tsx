"use client";

import { useTranslations } from "next-intl";
import { DiffView } from "@/components/ui/diff-view";
import type { JsonRecord } from "@/components/ui/record-diff";
import { useTimeFormat } from "@/components/ui/time-format";
import type { AuditLog } from "@/lib/audit-logs/schema";
import { fieldText, valueInWords } from "./labels";
import { type ReadableOptions, readableChange } from "./readable-record";

export interface RecordChangesProps extends Omit<ReadableOptions, "timeFormat"> {
  entry: Pick<AuditLog, "old_values" | "new_values">;
}

/** What one entry of the audit log did to its record, in words. */
export function RecordChanges({ entry, ...options }: RecordChangesProps) {
  const t = useTranslations("client.auditLogs");
  const timeFormat = useTimeFormat();
  const change = readableChange(entry.old_values, entry.new_values, { ...options, timeFormat });
  const names = new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})]);
  const labels = Object.fromEntries([...names].map((name) => [name, fieldText(t, name)]));
  const inWords = (record: JsonRecord | null) =>
    record && Object.fromEntries(Object.entries(record).map(([name, value]) => [name, valueInWords(t, name, value)]));
  return (
    <DiffView
      before={inWords(change.before)}
      after={inWords(change.after)}
      labels={labels}
      unchangedShown={options.all}
    />
  );
}
