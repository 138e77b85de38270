import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { Texts } from "@/lib/messages/texts";
import { diffRecords, type FieldChange, type JsonRecord, type JsonValue } from "./record-diff";

export interface DiffViewProps {
  before: JsonRecord | null;
  after: JsonRecord | null;
  /** Words for a field, such as `billing_amount` → "Billing amount"; the path itself otherwise. */
  labels?: Readonly<Record<string, string>>;
  /** Lists the fields that stayed as they were too. */
  unchangedShown?: boolean;
}

/** What a change did to a record: one line per field, before and after. Masked values stay as they were recorded. */
export function DiffView({ before, after, labels = {}, unchangedShown = false }: DiffViewProps) {
  const t = useTranslations("client.ui.diff");
  const changes = diffRecords(before, after).filter((change) => unchangedShown || change.kind !== "unchanged");
  if (changes.length === 0) return <p className="text-muted-foreground">{t("unchanged")}</p>;
  return (
    <div className="@container overflow-x-auto rounded-md border">
      <table className="w-full table-fixed text-start text-xs @max-md:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="border-b bg-surface-muted text-muted-foreground @max-md:sr-only">
          <tr>
            <th scope="col" className={cn("px-2.5 py-1.5 font-medium", before && after ? "w-[30%]" : "w-[45%]")}>
              {t("field")}
            </th>
            {before && (
              <th scope="col" className="px-2.5 py-1.5 font-medium">
                {t("before")}
              </th>
            )}
            {after && (
              <th scope="col" className="px-2.5 py-1.5 font-medium">
                {t("after")}
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y @max-md:block">
          {changes.map((change) => (
            <tr key={change.path} className="align-top @max-md:flex @max-md:flex-wrap">
              <th
                scope="row"
                className="break-words px-2.5 py-1.5 font-normal text-muted-foreground @max-md:basis-full @max-md:pb-0.5"
              >
                {labels[change.path] ?? change.path}
              </th>
              {before && <ValueCell t={t} side="before" change={change} />}
              {after && <ValueCell t={t} side="after" change={change} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueCellProps {
  t: Texts<"client.ui.diff">;
  side: "before" | "after";
  change: FieldChange;
}

function ValueCell({ t, side, change }: ValueCellProps) {
  const value = change[side];
  const marked = change.kind !== "unchanged" && value !== undefined;
  return (
    <td
      className={cn(
        "break-words px-2.5 py-1.5 font-mono @max-md:min-w-0 @max-md:flex-1",
        marked && side === "before" && "bg-danger-subtle text-danger-text",
        marked && side === "after" && "bg-success-subtle text-success-text",
      )}
    >
      {marked && (
        <span aria-hidden className="me-1 select-none">
          {side === "before" ? "−" : "+"}
        </span>
      )}
      {valueText(t, value)}
    </td>
  );
}

function valueText(t: ValueCellProps["t"], value: JsonValue | undefined): ReactNode {
  if (value === undefined) return <span className="sr-only">{t("notThere")}</span>;
  if (value === null) return <em>{t("nothing")}</em>;
  if (value === "") return <em>{t("emptyText")}</em>;
  return typeof value === "string" ? value : JSON.stringify(value);
}
