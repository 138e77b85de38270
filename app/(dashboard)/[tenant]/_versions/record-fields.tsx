"use client";

import { useTranslations } from "next-intl";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { useTimeFormat } from "@/components/ui/time-format";
import { fieldText } from "../audit-logs/labels";
import { readableChange } from "../audit-logs/readable-record";

export interface RecordFieldsProps {
  values: Readonly<Record<string, unknown>>;
  timeZone: string;
}

/** All that a record held, in words, without what only the database cares for. */
export function RecordFields({ values, timeZone }: RecordFieldsProps) {
  const t = useTranslations("client.auditLogs");
  const timeFormat = useTimeFormat();
  const { after } = readableChange(null, values, { timeZone, timeFormat });
  return (
    <DescriptionList columns={2}>
      {Object.entries(after ?? {}).map(([name, value]) => (
        <DescriptionItem key={name} term={fieldText(t, name)}>
          {typeof value === "string" ? value : <code className="font-mono text-xs">{JSON.stringify(value)}</code>}
        </DescriptionItem>
      ))}
    </DescriptionList>
  );
}
