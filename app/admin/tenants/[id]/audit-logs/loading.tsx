import { useTranslations } from "next-intl";
import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";

const COLUMNS = ["change", "record", "who", "when"] as const;

/** Under the frame of all pages about one tenant. */
export default function Loading() {
  const t = useTranslations("client.adminAudit");
  return <DataTableSkeleton columns={COLUMNS.map((column) => t(column))} />;
}
