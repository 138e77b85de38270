import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["change", "record", "fields", "who", "when", "address"] as const;

export default function Loading() {
  const t = useTranslations("client.auditLogs");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
