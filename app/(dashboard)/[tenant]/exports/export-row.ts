import type { ListExport } from "@/lib/exports/schema";
import { TENANT_LISTS } from "@/lib/http/lists";

/** An export as its list shows it. */
export interface ExportRow extends ListExport {
  /** Of the list. */
  label: string;
  /** The list as it was, with its rows of today. */
  href: string;
}

export function exportRow(tenantSlug: string, record: ListExport): ExportRow {
  const { label = record.list, path = "" } = TENANT_LISTS.get(record.list) ?? {};
  const columns = record.columns ? [`columns=${record.columns.join(",")}`] : [];
  const query = [...(record.query === "" ? [] : [record.query]), ...columns].join("&");
  return { ...record, label, href: `/${tenantSlug}${path}${query === "" ? "" : `?${query}`}` };
}
