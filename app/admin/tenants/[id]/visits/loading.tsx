import { useTranslations } from "next-intl";
import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";

const COLUMNS = ["visits.admin", "visits.reason", "visits.began", "visits.ended"] as const;

/** Under the frame of all pages about one tenant. */
export default function Loading() {
  const t = useTranslations("client.platform");
  return <DataTableSkeleton columns={COLUMNS.map((column) => t(column))} />;
}
