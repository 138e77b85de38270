"use client";

import { useTranslations } from "next-intl";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { JsonValue } from "@/components/ui/record-diff";
import { useTimeFormat } from "@/components/ui/time-format";
import { fieldText, valueInWords } from "../audit-logs/labels";
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
          <FieldValue value={valueInWords(t, name, value)} />
        </DescriptionItem>
      ))}
    </DescriptionList>
  );
}

/** Words as they are, an object (metadata, say) as one line for each key, what is nested deeper as JSON. */
function FieldValue({ value }: { value: JsonValue }) {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value === null || typeof value !== "object" || Array.isArray(value) || Object.keys(value).length === 0)
    return <code className="font-mono text-xs">{JSON.stringify(value)}</code>;
  return (
    <ul>
      {Object.entries(value).map(([key, one]) => (
        <li key={key}>
          <span className="text-muted-foreground">{key}:</span> {typeof one === "string" ? one : JSON.stringify(one)}
        </li>
      ))}
    </ul>
  );
}
